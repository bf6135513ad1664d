using Community.Shared;

namespace Community.Discussions.Drafts;

/// <summary>The fields of a form as they were left.</summary>
public sealed record DraftText
{
    private const int MaxLine = 1000;

    public string Title { get; init; } = "";

    public string Body { get; init; } = "";

    public string Tags { get; init; } = "";

    public string Reason { get; init; } = "";

    public int? ReplyToNumber { get; init; }

    public int? Version { get; init; }

    /// <summary>Nothing in it that anybody would miss.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Title + Body + Tags + Reason);

    internal DraftText Normalised() => this with { Body = TextRules.Normalise(Body) };

    /// <summary>What a database cannot hold or what is longer than any of the forms takes; unfinished it may be.</summary>
    internal Problem? WhyNot(PostLimits limits)
    {
        foreach (var (field, line) in new[] { ("title", Title), ("tags", Tags), ("reason", Reason) })
        {
            if (TextRules.WhyNotStored(line, field) is { } unstorable)
                return unstorable;
            if (line.Length > MaxLine)
                return Problem.Invalid(field, "draft-too-long", ("max", MaxLine), ("actual", line.Length));
        }

        return TextRules.WhyNotBody(Body, limits.Body with { Min = 0, MinJapanese = 0, Distinct = 0, DistinctJapanese = 0 });
    }
}
