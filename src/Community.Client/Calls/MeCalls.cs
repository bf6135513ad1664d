using System.Text.Json;

namespace Community.Client;

/// <summary>Whom the token acts for. Password, e-mail address, new tokens, the download of one's data and erasure are for the person alone, on their pages.</summary>
public sealed class MeCalls
{
    private readonly Sender sender;

    internal MeCalls(Sender sender) => this.sender = sender;

    /// <summary>Whom the token acts for, and how far.</summary>
    public Task<Me> ReadMe(CancellationToken cancel = default) => sender.Get(Address.Of($"me"), ClientJson.Default.Me, cancel);

    /// <summary>Changes what others see of the member.</summary>
    /// <exception cref="CommunityApiException">422 where a text breaks a rule, with <see cref="CommunityApiException.Field"/>.</exception>
    public Task UpdateProfile(Profile profile, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"me/profile"), profile, ClientJson.Default.Profile, cancel);

    /// <summary>Language, time zone, theme, and whether the member wants the digest.</summary>
    public Task<Preferences> ReadPreferences(CancellationToken cancel = default) =>
        sender.Get(Address.Of($"me/preferences"), ClientJson.Default.Preferences, cancel);

    /// <summary>Changes the member's preferences, all of them.</summary>
    /// <exception cref="CommunityApiException">422 where a value is not known, with <see cref="CommunityApiException.Field"/>.</exception>
    public Task UpdatePreferences(Preferences preferences, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"me/preferences"), preferences, ClientJson.Default.Preferences, cancel);

    /// <summary>The member's tokens that work, without their secrets.</summary>
    public Task<IReadOnlyList<Token>> ListTokens(CancellationToken cancel = default) =>
        sender.Get(Address.Of($"me/tokens"), ClientJson.Default.IReadOnlyListToken, cancel);

    /// <summary>Ends a token of the member at once; it may be the one that asks.</summary>
    public Task RevokeToken(string id, CancellationToken cancel = default) => sender.Delete(Address.Of($"me/tokens/{id}"), cancel);

    /// <summary>The posts that the member keeps, the last kept first, one page. They are kept by <see cref="PostCalls.SaveBookmark"/>.</summary>
    /// <param name="after">The <see cref="Page{T}.Next"/> of the page before; null for the first.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task<Page<Bookmark>> ListBookmarks(string? after = null, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"me/bookmarks").Query(("after", after)), ClientJson.Default.PageBookmark, cancel);

    /// <summary>The posts that the member keeps, page after page as they are read.</summary>
    public IAsyncEnumerable<Bookmark> ListAllBookmarks(CancellationToken cancel = default) => Pages.All(ListBookmarks, cancel);

    /// <summary>What the member follows or has muted, the latest choice first, one page.</summary>
    /// <param name="level">What they said.</param>
    /// <param name="after">The <see cref="Page{T}.Next"/> of the page before; null for the first.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task<Page<Follow>> ListFollows(FollowLevel level = FollowLevel.Watching, string? after = null, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"me/follows").Query(("level", JsonNamingPolicy.CamelCase.ConvertName(level.ToString())), ("after", after)), ClientJson.Default.PageFollow, cancel);

    /// <summary>What the member follows or has muted, page after page as it is read.</summary>
    public IAsyncEnumerable<Follow> ListAllFollows(FollowLevel level = FollowLevel.Watching, CancellationToken cancel = default) =>
        Pages.All((after, stop) => ListFollows(level, after, stop), cancel);

    /// <summary>Brings something back to <see cref="FollowLevel.Normal"/>, also what cannot be read any more.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="id">Out of <see cref="Follow.Id"/>.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task Unfollow(FollowKind kind, string id, CancellationToken cancel = default) =>
        sender.Delete(Address.Of($"me/follows/{JsonNamingPolicy.CamelCase.ConvertName(kind.ToString())}/{id}"), cancel);

    /// <summary>Counts everything everywhere as read. For one forum there is <see cref="ForumCalls.MarkForumRead"/>.</summary>
    public Task MarkAllRead(CancellationToken cancel = default) => sender.Put(Address.Of($"me/read"), cancel);

    /// <summary>Takes that back, within ten seconds.</summary>
    /// <exception cref="CommunityApiException">409 <c>undo-too-late</c>.</exception>
    public Task UndoAllRead(CancellationToken cancel = default) => sender.ActAgain(Address.Of($"me/read/undo"), cancel);
}
