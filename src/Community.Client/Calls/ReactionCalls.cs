namespace Community.Client;

/// <summary>What others make of a post. Needs a token with the scope <c>write</c>.</summary>
public sealed class ReactionCalls
{
    private readonly Sender sender;

    internal ReactionCalls(Sender sender) => this.sender = sender;

    /// <summary>Gives a post a reaction in the place of any other that the member gave.</summary>
    /// <exception cref="CommunityApiException">403 where the member may not, such as with a post of their own; 422 for <see cref="ReactionKind.Unknown"/>.</exception>
    public Task React(string postId, ReactionKind kind, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"posts/{postId}/reaction"), new Reaction(kind), ClientJson.Default.Reaction, cancel);

    /// <summary>Takes the member's reaction back. Nothing changes where there is none.</summary>
    public Task TakeReactionBack(string postId, CancellationToken cancel = default) =>
        sender.Delete(Address.Of($"posts/{postId}/reaction"), cancel);
}
