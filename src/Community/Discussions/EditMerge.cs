using Community.Shared;

namespace Community.Discussions;

/// <summary>An edit beside what somebody else made of the same text meanwhile, and what becomes of both.</summary>
public sealed class EditMerge
{
    private readonly MergePart? title;
    private readonly MergePart? tags;
    private readonly IReadOnlyList<MergePart> body;

    /// <param name="before">What both began with; null where that is not known: then it is what they have in common.</param>
    /// <param name="theirs">What stands there now.</param>
    /// <param name="mine">What was to be saved.</param>
    public EditMerge(EditedText? before, EditedText theirs, EditedText mine)
    {
        if (theirs.Title is not null)
        {
            title = Line(before?.Title, theirs.Title, mine.Title ?? theirs.Title);
            tags = Line(before?.Tags, theirs.Tags ?? "", Tidy(mine.Tags ?? theirs.Tags));
        }

        body = TextMerge.Of(before is null ? Common(theirs.Body, mine.Body) : before.Body.ReplaceLineEndings("\n"), theirs.Body, mine.Body.ReplaceLineEndings("\n"));
        Changes = [.. new[] { title, tags }.OfType<MergePart>().Where(part => part.IsChange), .. body.Where(part => part.IsChange)];
    }

    public MergePart? Title => title is { IsChange: true } ? title : null;

    public MergePart? Tags => tags is { IsChange: true } ? tags : null;

    public IReadOnlyList<MergePart> Body => body;

    /// <summary>Where the texts differ: the title, the tags and the places of the body, in this order. Choices are given in it.</summary>
    public IReadOnlyList<MergePart> Changes { get; }

    public bool IsDecided(IReadOnlyList<MergeChoice?> choices) => Changes.Index().All(change => (Chosen(choices, change.Index) ?? change.Item.Natural) is not null);

    public EditedText Joined(IReadOnlyList<MergeChoice?> choices)
    {
        var at = 0;
        string? Text(MergePart? line) => line is null ? null : line.Of((line.IsChange ? Chosen(choices, at++) : null) ?? line.Natural ?? MergeChoice.Mine);
        var (head, labels) = (Text(title), Text(tags));
        return new EditedText(head, labels, TextMerge.Joined(body, change => Chosen(choices, at + change)));
    }

    private static MergeChoice? Chosen(IReadOnlyList<MergeChoice?> choices, int change) => change < choices.Count ? choices[change] : null;

    private static MergePart Line(string? before, string theirs, string mine)
    {
        var began = before ?? (theirs == mine ? mine : "");
        var kind = theirs == mine ? MergeKind.Same : theirs == began ? MergeKind.Mine : mine == began ? MergeKind.Theirs : MergeKind.Conflict;
        return new MergePart(kind, began, theirs, mine);
    }

    private static string Tidy(string? tags) => string.Join(", ", (tags ?? "").Split([',', '、', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string Common(string theirs, string mine) =>
        string.Join('\n', TextDiff.SideBySide(theirs, mine).Where(line => line.Kind == DiffKind.Same).Select(line => string.Concat(line.Left!.Select(hunk => hunk.Text))));
}
