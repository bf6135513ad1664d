namespace Community.Search;

/// <param name="Text">As it was typed, without quotes and minus.</param>
/// <param name="IsQuoted">Exactly so.</param>
/// <param name="IsExcluded">Must not be there.</param>
public sealed record SearchWords(string Text, bool IsQuoted = false, bool IsExcluded = false);

/// <summary>What of a line was not understood, or leads nowhere.</summary>
public enum QueryNote
{
    /// <summary>Behind before: or after: stands no date.</summary>
    NoDate,

    /// <summary>Behind is: stands something else than solved.</summary>
    UnknownIs,

    /// <summary>Nobody is called so whom the reader may find.</summary>
    NoSuchMember,

    /// <summary>No place is called so that the reader may see.</summary>
    NoSuchPlace,

    /// <summary>Only something to be left out.</summary>
    OnlyLeftOut,
}

/// <summary>What somebody asks for, read out of one line.</summary>
public sealed record SearchQuery
{
    public const int MaxLength = 300;

    /// <summary>The line as it was typed, perhaps cut.</summary>
    public required string Text { get; init; }

    public IReadOnlyList<SearchWords> Words { get; init; } = [];

    /// <summary>A handle, or the name that is shown.</summary>
    public string? Author { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The address of a forum, or its name.</summary>
    public string? In { get; init; }

    /// <summary>Written before this day.</summary>
    public DateOnly? Before { get; init; }

    /// <summary>Written on this day or later.</summary>
    public DateOnly? After { get; init; }

    public bool IsSolved { get; init; }

    /// <summary>With the part of the line that it is about.</summary>
    public IReadOnlyList<(QueryNote Note, string Part)> Notes { get; init; } = [];

    public bool HasOperators => Author is not null || Tags.Count > 0 || In is not null || Before is not null || After is not null || IsSolved;

    /// <summary>Whether nothing is asked for: what is only left out finds nothing.</summary>
    public bool IsEmpty => !HasOperators && !Words.Any(w => !w.IsExcluded);

    /// <summary>Reads whatever was typed: what is no operator is a word.</summary>
    public static SearchQuery Parse(string? text) => QueryReader.Read(text ?? "");
}
