using Community.Data;
using Community.Shared;

namespace Community.Imports.Contract;

/// <summary>A place for ideas as another system had it.</summary>
public sealed record ImportedBoard(long Id, string Slug, LocalizedText Name, LocalizedText Rules)
{
    public int Hue { get; init; }

    public int Order { get; init; }

    public bool HasBudget { get; init; }

    public int? AnswerDays { get; init; }
}

/// <summary>An idea as another system had it, with its text and comments in the order of their numbers, from 1 and without holes.</summary>
public sealed record ImportedIdea
{
    public required long Id { get; init; }

    public required long BoardId { get; init; }

    public required string Title { get; init; }

    public required long AuthorId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string? Language { get; init; }

    /// <summary>Names in the order of the source, each once.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public required IReadOnlyList<ImportedPost> Posts { get; init; }

    /// <summary>The name of its status, such as <c>Planned</c>; merged ideas say what they would be without that.</summary>
    public required string Status { get; init; }

    public required DateTimeOffset StatusAt { get; init; }

    /// <summary>Who gave it the status; null for the one that it began with.</summary>
    public long? StatusById { get; init; }

    /// <summary>The number of the official answer.</summary>
    public int? AnswerNumber { get; init; }

    /// <summary>Another idea of the same import that it is told together with.</summary>
    public long? MergedIntoId { get; init; }

    public IReadOnlyList<ImportedVote> Votes { get; init; } = [];

    /// <summary>People who saw it.</summary>
    public int Seen { get; init; }
}

/// <param name="Importance">Its name, such as <c>Nice</c>; null for not said.</param>
public sealed record ImportedVote(long Id, long MemberId, string? Importance, DateTimeOffset At);

/// <summary>Boards and ideas came from elsewhere, by members who are here. Whoever keeps ideas adds them in the same transaction: nothing is refused, and nobody is told.</summary>
public sealed record IdeasImported(IReadOnlyList<ImportedBoard> Boards, IReadOnlyList<ImportedIdea> Ideas) : IEvent;
