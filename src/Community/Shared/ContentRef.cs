namespace Community.Shared;

public enum ContentKind
{
    Topic,
    Post,
    Member,
    Forum,
    Site,
    Idea,
    IdeaBoard,
}

/// <summary>Points at anything that can be reported, logged or linked to.</summary>
public readonly record struct ContentRef(ContentKind Kind, long Id);
