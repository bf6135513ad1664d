using Community.Data;

namespace Community.Imports.Contract;

/// <summary>A topic as another system had it, with all of its posts in the order of their numbers, from 1 and without holes.</summary>
public sealed record ImportedTopic
{
    public required long Id { get; init; }

    public required long ForumId { get; init; }

    public required string Title { get; init; }

    public required long AuthorId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string? Language { get; init; }

    public bool IsPinned { get; init; }

    public bool IsLocked { get; init; }

    /// <summary>Views as the source counted them.</summary>
    public int Views { get; init; }

    /// <summary>Names in the order of the source, each once.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public int? AnswerNumber { get; init; }

    public required IReadOnlyList<ImportedPost> Posts { get; init; }
}

/// <summary>What became of a post in the system that it comes from.</summary>
public enum ImportedState
{
    Visible,
    Hidden,
    RemovedByAuthor,
    RemovedByStaff,

    /// <summary>The source has no post of this number.</summary>
    Gap,
}

public sealed record ImportedPost
{
    public required long Id { get; init; }

    public required int Number { get; init; }

    /// <summary>Null for a gap alone.</summary>
    public required long? AuthorId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public ImportedState State { get; init; }

    /// <summary>Markdown.</summary>
    public string Body { get; init; } = "";

    public string Html { get; init; } = "";

    public string? Language { get; init; }

    public int? ReplyToNumber { get; init; }

    public bool IsOfficial { get; init; }

    /// <summary>Whether the text stood in HTML and was turned into Markdown.</summary>
    public bool IsConverted { get; init; }

    /// <summary>Whether the source has no date for it: the one here is that of its import.</summary>
    public bool IsDateUnknown { get; init; }

    public IReadOnlyList<ImportedReaction> Reactions { get; init; } = [];
}

/// <param name="MemberId">Null for a bare number, which never counts as people.</param>
/// <param name="Kind">The name of the reaction, such as <c>Heart</c>.</param>
/// <param name="Count">1 for a person.</param>
public sealed record ImportedReaction(long Id, long? MemberId, string Kind, int Count, DateTimeOffset At);

/// <summary>
/// Topics came from elsewhere. Whoever keeps topics adds them in the same transaction: no lengths or rates are asked, and nobody is told.
/// </summary>
public sealed record TopicsImported(IReadOnlyList<ImportedTopic> Topics) : IEvent;
