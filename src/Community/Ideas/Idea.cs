using Community.Data;
using Community.Discussions;

namespace Community.Ideas;

/// <summary>What somebody wishes for; its text and comments stand in the discussion with the same id.</summary>
public sealed class Idea : Entity
{
    /// <summary>The public number, in the address. It stays when the idea moves to another board.</summary>
    public required long Number { get; init; }

    public required long BoardId { get; set; }

    public required string Title { get; set; }

    public required string Slug { get; set; }

    public string? Language { get; set; }

    public required long AuthorId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The state of post 1; an idea is seen while that is visible.</summary>
    public PostState State { get; set; }

    /// <summary>The board's read audience, copied so that every list has it in its index.</summary>
    public required string Audience { get; set; }

    public IdeaStatus Status { get; private set; }

    public DateTimeOffset StatusAt { get; private set; }

    /// <summary>Whether it is seen and not decided about: the lists' filter.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The idea that this one is told together with.</summary>
    public long? MergedIntoId { get; set; }

    /// <summary>The idea that this one was taken out of.</summary>
    public long? SplitFromId { get; init; }

    /// <summary>The official answer that is pinned on top.</summary>
    public long? AnswerPostId { get; set; }

    /// <summary>The first official answer: what the answer clock measures.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Visible comments, official answers among them.</summary>
    public int CommentCount { get; set; }

    public required long LastPostId { get; set; }

    public required DateTimeOffset LastPostAt { get; set; }

    /// <summary>People whose vote counts, over this idea and those merged into it, each once.</summary>
    public int BackerCount { get; set; }

    /// <summary>Log-sum-exp of the times since when they back it; null without backers.</summary>
    public double? Hot { get; set; }

    /// <summary>The Wilson lower bound of backers over people who saw it.</summary>
    public double Rate { get; set; }

    /// <summary>People who saw it, this idea alone.</summary>
    public int SeenCount { get; set; }

    public void Become(IdeaStatus status, DateTimeOffset at)
    {
        (Status, StatusAt) = (status, at);
        Become(State);
    }

    public void Become(PostState state)
    {
        State = state;
        IsOpen = state == PostState.Visible && Status.IsUndecided();
    }

    public void Happened(IEvent happened) => Raise(happened);
}
