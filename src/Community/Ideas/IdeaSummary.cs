using Community.Discussions;
using Community.Ideas.Boards;
using Community.Ideas.Votes;
using Community.Members;

namespace Community.Ideas;

/// <summary>An idea as a card of a list.</summary>
public sealed record IdeaSummary
{
    public required long Id { get; init; }

    public required long Number { get; init; }

    public required string Title { get; init; }

    public required string Slug { get; init; }

    public required string? Language { get; init; }

    public required BoardSummary Board { get; init; }

    public required BoardStanding BoardStanding { get; init; }

    public required MemberSummary Author { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required PostState State { get; init; }

    public required string Audience { get; init; }

    public required IdeaStatus Status { get; init; }

    public required DateTimeOffset StatusAt { get; init; }

    public required int BackerCount { get; init; }

    public required int CommentCount { get; init; }

    public required int SeenCount { get; init; }

    public required double? Hot { get; init; }

    public required double Rate { get; init; }

    public required DateTimeOffset? AnsweredAt { get; init; }

    public required DateTimeOffset LastPostAt { get; init; }

    public required long ChangeNumber { get; init; }

    /// <summary>Within how many days the team means to answer.</summary>
    public required int? AnswerDays { get; init; }

    /// <summary>The beginning of its text, rendered; may be cut anywhere.</summary>
    public required string Words { get; init; }

    /// <summary>How many began to back it in the period that the list is about.</summary>
    public int? InPeriod { get; init; }

    /// <summary>Whether it stands here because few have seen it.</summary>
    public bool IsExploration { get; init; }

    /// <summary>Whether a vote for it is one of the few that a member has.</summary>
    public required bool HasBudget { get; init; }

    /// <summary>Whether the reader backs it.</summary>
    public bool IsBacked { get; init; }

    /// <summary>Whether the reader's vote counts later.</summary>
    public bool IsWaiting { get; init; }

    public Importance? Importance { get; init; }

    public IReadOnlyList<TagSummary> Tags { get; init; } = [];

    public IdeaStanding Standing => new(Audience, State, Author.Id, Status);
}
