using System.Globalization;
using Community.Discussions;
using Community.Shared;

namespace Community.Web.Discussions;

/// <summary>An edit that somebody else's came before: both beside each other, the choices so far, and the text that follows from them.</summary>
public sealed class Weighing
{
    public Weighing(ReadEditConflict.Found found, EditedText? began, EditedText mine)
    {
        (Found, Mine, Merge) = (found, mine, new EditMerge(began, EditedText.Of(found.Now), mine));
        Choices = new MergeChoice?[Merge.Changes.Count];
        Text = Merge.Joined(Choices);
    }

    private Weighing(Weighing fresh, IReadOnlyList<MergeChoice?> choices, EditedText text, bool isOpen)
    {
        (Found, Mine, Merge) = (fresh.Found, fresh.Mine, fresh.Merge);
        (Choices, Text, IsOpen) = (choices, text, isOpen);
    }

    public ReadEditConflict.Found Found { get; }

    public EditedText Mine { get; }

    public EditMerge Merge { get; }

    public IReadOnlyList<MergeChoice?> Choices { get; }

    /// <summary>What stands in the form.</summary>
    public EditedText Text { get; }

    /// <summary>Whether a place still waits for a choice, and nobody wrote another text for it by hand.</summary>
    public bool IsOpen { get; }

    public string Written => string.Concat(Choices.Select(choice => choice?.ToString()[0] ?? '-'));

    public static string NameOf(int change) => "choice-" + change.ToString(CultureInfo.InvariantCulture);

    /// <summary>The same after choices were sent. What was written into the text meanwhile stays in it.</summary>
    public static Weighing Again(ReadEditConflict.Found found, EditedText? began, EditedText mine, string? chosen, IFormCollection form, EditedText typed)
    {
        var fresh = new Weighing(found, began, mine);
        var before = fresh.Merge.Joined([.. fresh.Choices.Select((_, at) => Parse(at < chosen?.Length ? chosen[at].ToString() : null))]);
        // A form that leaves title or tags out leaves them as they are.
        typed = typed with { Title = typed.Title ?? before.Title, Tags = typed.Tags ?? before.Tags };
        MergeChoice?[] choices = [.. fresh.Choices.Select((_, at) => Parse(form[NameOf(at)]))];
        var after = fresh.Merge.Joined(choices);
        var text = new EditedText(Line(before.Title, after.Title, typed.Title), Line(before.Tags, after.Tags, typed.Tags), TextMerge.Onto(before.Body, after.Body, typed.Body));
        return new Weighing(fresh, choices, text, typed == before && !fresh.Merge.IsDecided(choices));
    }

    private static string? Line(string? before, string? after, string? typed) => typed == before ? after : typed;

    private static MergeChoice? Parse(string? text) => text is null or "" ? null : text[0] switch
    {
        'T' => MergeChoice.Theirs,
        'M' => MergeChoice.Mine,
        'B' => MergeChoice.Both,
        _ => null,
    };
}
