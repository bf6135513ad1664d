namespace Community.Search;

public enum SearchKind
{
    Post,
    Tag,
    Member,
}

/// <summary>The terms by which one thing is found. What nobody but its author may see has none.</summary>
public sealed class SearchEntry
{
    /// <summary>The id of the post; of other things <see cref="IdOf"/>, since ids are unique within their own table alone.</summary>
    public required long Id { get; init; }

    public required SearchKind Kind { get; init; }

    /// <summary>Whose audience decides; null for what everybody may see.</summary>
    public long? DiscussionId { get; init; }

    /// <summary>The number of the post; 1 stands for its subject as well.</summary>
    public int Number { get; init; }

    public long? AuthorId { get; init; }

    /// <summary>With blanks between them: those of the title, a bar, those of the text, <see cref="SearchText.InTitle"/>, and those of the title once more, each behind it.</summary>
    public required string Tokens { get; set; }

    /// <summary>How many of them, from the first, are the title's.</summary>
    public int TitleTokens { get; set; }

    /// <summary>How many stand in title and text.</summary>
    public int Length { get; set; }

    /// <summary>Whether <see cref="SearchTerm"/> has them.</summary>
    public bool IsCounted { get; set; }

    public static long IdOf(SearchKind kind, long id) => kind == SearchKind.Post ? id : -id;
}
