namespace Community.Client;

/// <summary>The places that topics stand in. What changes them needs a token with the scope <c>staff</c> of an administrator.</summary>
public sealed class ForumCalls
{
    private readonly Sender sender;

    internal ForumCalls(Sender sender) => this.sender = sender;

    /// <summary>The forums of the first level that may be read, each with those below it.</summary>
    public Task<IReadOnlyList<Forum>> ListForums(CancellationToken cancel = default) =>
        sender.Get(Address.Of($"forums"), ClientJson.Default.IReadOnlyListForum, cancel);

    /// <summary>One forum.</summary>
    public Task<Forum> ReadForum(string slug, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"forums/{slug}"), ClientJson.Default.Forum, cancel);

    /// <summary>Says how much the member wants to hear of a forum. Needs a token with the scope <c>write</c>.</summary>
    public Task FollowForum(string slug, FollowLevel level, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"forums/{slug}/follow"), new WantedFollow(level), ClientJson.Default.WantedFollow, cancel);

    /// <summary>Counts everything in a forum and those below it as read by the member. Needs a token with the scope <c>write</c>.</summary>
    public Task MarkForumRead(string slug, CancellationToken cancel = default) => sender.Put(Address.Of($"forums/{slug}/read"), cancel);

    /// <summary>Takes that back, within ten seconds.</summary>
    /// <exception cref="CommunityApiException">409 <c>undo-too-late</c>.</exception>
    public Task UndoForumRead(string slug, CancellationToken cancel = default) => sender.ActAgain(Address.Of($"forums/{slug}/read/undo"), cancel);

    /// <summary>Makes a forum, the last of its level.</summary>
    /// <param name="settings">What it is like.</param>
    /// <param name="key">Made by the caller where the call may be made again in another run of the program: the same key again returns the first forum.</param>
    /// <param name="cancel">Ends the call.</param>
    /// <exception cref="CommunityApiException">409 where the slug is taken; 422 where a value breaks a rule, with <see cref="CommunityApiException.Field"/>.</exception>
    public Task<Forum> CreateForum(ForumSettings settings, Guid? key = null, CancellationToken cancel = default) =>
        sender.Create(Address.Of($"forums"), settings, ClientJson.Default.ForumSettings, ClientJson.Default.Forum, key, cancel);

    /// <summary>Changes everything that an administrator chooses about a forum.</summary>
    /// <returns>The forum as it is now, under its new slug where that has changed.</returns>
    /// <exception cref="CommunityApiException">409 where the slug is taken; 422 where a value breaks a rule, with <see cref="CommunityApiException.Field"/>.</exception>
    public Task<Forum> UpdateForum(string slug, ForumSettings settings, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"forums/{slug}"), settings, ClientJson.Default.ForumSettings, ClientJson.Default.Forum, cancel);

    /// <summary>Takes a forum away that holds no topic and no other forum.</summary>
    /// <exception cref="CommunityApiException">409 where it is not empty.</exception>
    public Task DeleteForum(string slug, CancellationToken cancel = default) => sender.Delete(Address.Of($"forums/{slug}"), cancel);

    /// <summary>Puts a forum elsewhere among its neighbours.</summary>
    /// <param name="slug">Which one.</param>
    /// <param name="position">From 0.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task MoveForum(string slug, int position, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"forums/{slug}/position"), new ForumPosition(position), ClientJson.Default.ForumPosition, cancel);

    /// <summary>Closes a forum for everything new. Nothing changes where it is archived already.</summary>
    public Task ArchiveForum(string slug, CancellationToken cancel = default) => sender.Put(Address.Of($"forums/{slug}/archive"), cancel);

    /// <summary>Opens an archived forum again.</summary>
    public Task ReopenForum(string slug, CancellationToken cancel = default) => sender.Delete(Address.Of($"forums/{slug}/archive"), cancel);
}
