namespace Community.Discussions;

/// <summary>What the rules ask of a post, whether it was read to be changed or to be shown.</summary>
public readonly record struct PostStanding(PostState State, long? AuthorId, int Number, DateTimeOffset CreatedAt)
{
    public bool IsVisible => State == PostState.Visible;

    public static implicit operator PostStanding(Post post) => new(post.State, post.AuthorId, post.Number, post.CreatedAt);

    public static implicit operator PostStanding(PostView post) => new(post.State, post.Author?.Id, post.Number, post.CreatedAt);
}
