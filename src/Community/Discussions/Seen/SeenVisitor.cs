namespace Community.Discussions.Seen;

/// <summary>A visitor who saw a discussion today, as hashes under the salt of the day; both are gone when the day is over.</summary>
public sealed class SeenVisitor
{
    public required DateOnly Day { get; init; }

    public required long DiscussionId { get; init; }

    public required long NetworkHash { get; init; }

    public required long BrowserHash { get; init; }
}
