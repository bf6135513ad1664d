using Community.Discussions;
using Community.Ideas.Boards;

namespace Community.Ideas;

/// <summary>What the rules ask of an idea, whether it was read to be changed or to be shown.</summary>
public readonly record struct IdeaStanding(string Audience, PostState State, long AuthorId, IdeaStatus Status)
{
    public static implicit operator IdeaStanding(Idea idea) => new(idea.Audience, idea.State, idea.AuthorId, idea.Status);
}

/// <summary>What the rules ask of a board.</summary>
public readonly record struct BoardStanding(string ReadAudience, string SubmitAudience, bool IsArchived, bool ShowsBackers)
{
    public static implicit operator BoardStanding(IdeaBoard board) => new(board.ReadAudience, board.SubmitAudience, board.IsArchived, board.ShowsBackers);
}
