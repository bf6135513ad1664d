using System.Net;

namespace Community.Client;

/// <summary>What people say.</summary>
public sealed class PostCalls
{
    private readonly Sender sender;

    internal PostCalls(Sender sender) => this.sender = sender;

    /// <summary>One post, with its Markdown and the version that an edit starts from.</summary>
    public Task<PostDetails> ReadPost(string id, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"posts/{id}"), ClientJson.Default.PostDetails, cancel);

    /// <summary>What a member wrote, the newest first, one page.</summary>
    /// <param name="handle">Who.</param>
    /// <param name="after">The <see cref="Page{T}.Next"/> of the page before; null for the first.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task<Page<MemberPost>> ListMemberPosts(string handle, string? after = null, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"members/{handle}/posts").Query(("after", after)), ClientJson.Default.PageMemberPost, cancel);

    /// <summary>What a member wrote, the newest first, page after page as they are read.</summary>
    public IAsyncEnumerable<MemberPost> ListAllMemberPosts(string handle, CancellationToken cancel = default) =>
        Pages.All((after, stop) => ListMemberPosts(handle, after, stop), cancel);

    /// <summary>Gives a post another text; with an opening also the title and tags of its topic or idea.</summary>
    /// <param name="id">Which post.</param>
    /// <param name="version">The <see cref="PostDetails.Version"/> that the edit started from, so that nobody's later change is overwritten.</param>
    /// <param name="edit">What it says from now on.</param>
    /// <param name="cancel">Ends the call.</param>
    /// <returns>The version that the text has now, which a further edit starts from.</returns>
    /// <remarks>Where the answer to a first try is lost and the second one finds the text changed already, to this very text, the edit counts as done.</remarks>
    /// <exception cref="CommunityApiException">
    /// 412 where the text has changed since that version; 403 where the member may not change it; 422 where a text breaks a rule, with <see cref="CommunityApiException.Field"/>;
    /// 429 where the member edits too often.
    /// </exception>
    public async Task<int> EditPost(string id, int version, PostEdit edit, CancellationToken cancel = default)
    {
        try
        {
            return await sender.PutVersion(Address.Of($"posts/{id}"), edit, ClientJson.Default.PostEdit, version, cancel).ConfigureAwait(false)
                ?? (await ReadPost(id, cancel).ConfigureAwait(false)).Version;
        }
        catch (CommunityApiException stale) when (stale is { Status: HttpStatusCode.PreconditionFailed, MayBeDone: true })
        {
            var now = await ReadPost(id, cancel).ConfigureAwait(false);
            if (now.Version != version + 1 || Plain(now.Markdown) != Plain(edit.Markdown))
                throw;
            return now.Version;
        }
    }

    /// <summary>Takes a post of one's own away; a tombstone keeps its number. An opening goes only while nobody has answered.</summary>
    /// <exception cref="CommunityApiException">403 where the member may not take it away.</exception>
    public Task RemovePost(string id, CancellationToken cancel = default) => sender.Delete(Address.Of($"posts/{id}"), cancel);

    /// <summary>A post as the beginning of an answer. Needs a token with the scope <c>read</c>.</summary>
    public Task<Quote> QuotePost(string id, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"posts/{id}/quote"), ClientJson.Default.Quote, cancel);

    /// <summary>Keeps a post for later, or changes how it is kept. Nobody else sees it.</summary>
    /// <exception cref="CommunityApiException">409 <c>too-many-bookmarks</c>; 422 where the note is too long or the day not ahead, with <see cref="CommunityApiException.Field"/>.</exception>
    public Task SaveBookmark(string id, NewBookmark bookmark, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"posts/{id}/bookmark"), bookmark, ClientJson.Default.NewBookmark, cancel);

    /// <summary>Lets a post go that was kept, also one that cannot be read any more. That there is none is as good.</summary>
    public Task RemoveBookmark(string id, CancellationToken cancel = default) => sender.Delete(Address.Of($"posts/{id}/bookmark"), cancel);

    /// <summary>What a post said, from its first text to the present one.</summary>
    public Task<IReadOnlyList<Revision>> ListRevisions(string id, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"posts/{id}/revisions"), ClientJson.Default.IReadOnlyListRevision, cancel);

    // The server keeps a text tidied: line ends and what stands around it are its own.
    private static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();
}
