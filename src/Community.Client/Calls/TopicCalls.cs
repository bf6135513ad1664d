using System.Text.Json;

namespace Community.Client;

/// <summary>What people talk about, and its tags.</summary>
public sealed class TopicCalls
{
    private readonly Sender sender;

    internal TopicCalls(Sender sender) => this.sender = sender;

    /// <summary>Topics of all forums, one page.</summary>
    /// <param name="sort">Their order.</param>
    /// <param name="after">The <see cref="Page{T}.Next"/> of the page before; null for the first.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task<Page<Topic>> ListTopics(TopicSort sort = TopicSort.Latest, string? after = null, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"topics").Query(("sort", Name(sort)), ("after", after)), ClientJson.Default.PageTopic, cancel);

    /// <summary>Topics of all forums, page after page as they are read.</summary>
    public IAsyncEnumerable<Topic> ListAllTopics(TopicSort sort = TopicSort.Latest, CancellationToken cancel = default) =>
        Pages.All((after, stop) => ListTopics(sort, after, stop), cancel);

    /// <summary>Topics of one forum, one page. Its pinned ones come first, on the first page.</summary>
    /// <param name="slug">Which forum.</param>
    /// <param name="sort">The order of those that are not pinned.</param>
    /// <param name="after">The <see cref="Page{T}.Next"/> of the page before; null for the first.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task<Page<Topic>> ListForumTopics(string slug, TopicSort sort = TopicSort.Latest, string? after = null, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"forums/{slug}/topics").Query(("sort", Name(sort)), ("after", after)), ClientJson.Default.PageTopic, cancel);

    /// <summary>Topics of one forum, page after page as they are read.</summary>
    public IAsyncEnumerable<Topic> ListAllForumTopics(string slug, TopicSort sort = TopicSort.Latest, CancellationToken cancel = default) =>
        Pages.All((after, stop) => ListForumTopics(slug, sort, after, stop), cancel);

    /// <summary>One tag.</summary>
    /// <param name="key">Out of <see cref="Tag.Key"/>.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task<Tag> ReadTag(string key, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"tags/{key}"), ClientJson.Default.Tag, cancel);

    /// <summary>Topics with a tag, the newest first, one page.</summary>
    public Task<Page<Topic>> ListTagTopics(string key, string? after = null, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"tags/{key}/topics").Query(("after", after)), ClientJson.Default.PageTopic, cancel);

    /// <summary>Topics with a tag, the newest first, page after page as they are read.</summary>
    public IAsyncEnumerable<Topic> ListAllTagTopics(string key, CancellationToken cancel = default) =>
        Pages.All((after, stop) => ListTagTopics(key, after, stop), cancel);

    /// <summary>One topic, without its posts.</summary>
    public Task<TopicDetails> ReadTopic(long number, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"topics/{number}"), ClientJson.Default.TopicDetails, cancel);

    /// <summary>The posts of a topic in order of their numbers, tombstones in their places, one page.</summary>
    public Task<Page<Post>> ListPosts(long number, string? after = null, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"topics/{number}/posts").Query(("after", after)), ClientJson.Default.PagePost, cancel);

    /// <summary>The posts of a topic in order of their numbers, page after page as they are read.</summary>
    public IAsyncEnumerable<Post> ListAllPosts(long number, CancellationToken cancel = default) =>
        Pages.All((after, stop) => ListPosts(number, after, stop), cancel);

    /// <summary>What has changed in a discussion since a change number, at most 50 posts at a time. <see cref="CommunityClient.WatchDiscussion"/> goes on from there.</summary>
    /// <param name="id">Out of <see cref="TopicDetails.Id"/> or <see cref="IdeaDetails.Id"/>.</param>
    /// <param name="after">Such as <see cref="TopicDetails.ChangeNumber"/>.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task<Changes> ListChanges(string id, long after, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"discussions/{id}/changes").Query(("after", after.ToString(System.Globalization.CultureInfo.InvariantCulture))), ClientJson.Default.Changes, cancel);

    /// <summary>Starts a topic. Needs a token with the scope <c>write</c>, like everything below.</summary>
    /// <param name="slug">In which forum.</param>
    /// <param name="topic">What it says.</param>
    /// <param name="key">Made by the caller where the call may be made again in another run of the program: the same key again returns the first topic.</param>
    /// <param name="cancel">Ends the call.</param>
    /// <exception cref="CommunityApiException">
    /// 403 where the member may not start topics there, such as <c>suspended</c>; 422 where a text breaks a rule, with <see cref="CommunityApiException.Field"/>;
    /// 429 where the member writes too fast.
    /// </exception>
    public Task<StartedTopic> StartTopic(string slug, NewTopic topic, Guid? key = null, CancellationToken cancel = default) =>
        sender.Create(Address.Of($"forums/{slug}/topics"), topic, ClientJson.Default.NewTopic, ClientJson.Default.StartedTopic, key, cancel);

    /// <summary>Answers in a topic.</summary>
    /// <param name="number">In which topic.</param>
    /// <param name="post">What it says.</param>
    /// <param name="key">Made by the caller where the call may be made again in another run of the program: the same key again returns the first post.</param>
    /// <param name="cancel">Ends the call.</param>
    /// <exception cref="CommunityApiException">
    /// 403 where the member may not answer there, such as <c>topic-locked</c>; 422 where the text breaks a rule, with <see cref="CommunityApiException.Field"/>;
    /// 429 where the member writes too fast.
    /// </exception>
    public Task<WrittenPost> PostReply(long number, NewPost post, Guid? key = null, CancellationToken cancel = default) =>
        sender.Create(Address.Of($"topics/{number}/posts"), post, ClientJson.Default.NewPost, ClientJson.Default.WrittenPost, key, cancel);

    /// <summary>Moves the member's read position up, never down.</summary>
    /// <param name="number">In which topic.</param>
    /// <param name="upTo">The number of the last post that was read.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task MarkRead(long number, int upTo, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"topics/{number}/read"), new ReadUpTo(upTo), ClientJson.Default.ReadUpTo, cancel);

    /// <summary>How far the member has read in a topic, and how much came since.</summary>
    public Task<ReadPosition> ReadPosition(long number, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"topics/{number}/read"), ClientJson.Default.ReadPosition, cancel);

    /// <summary>Says how much the member wants to hear of a topic.</summary>
    public Task FollowTopic(long number, FollowLevel level, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"topics/{number}/follow"), new WantedFollow(level), ClientJson.Default.WantedFollow, cancel);

    /// <summary>Says how much the member wants to hear of the topics with a tag.</summary>
    /// <param name="key">Out of <see cref="Tag.Key"/>.</param>
    /// <param name="level">How much.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task FollowTag(string key, FollowLevel level, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"tags/{key}/follow"), new WantedFollow(level), ClientJson.Default.WantedFollow, cancel);

    /// <summary>Says which reply solved a topic. For whoever asked, and the staff.</summary>
    /// <exception cref="CommunityApiException">403 for others; 409 <c>answer-not-a-reply</c>.</exception>
    public Task MarkAnswer(long number, string postId, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"topics/{number}/answer"), new Answer(postId), ClientJson.Default.Answer, cancel);

    /// <summary>Says that no reply solved a topic.</summary>
    /// <exception cref="CommunityApiException">403 for others than whoever asked, and the staff.</exception>
    public Task ClearAnswer(long number, CancellationToken cancel = default) => sender.Delete(Address.Of($"topics/{number}/answer"), cancel);

    private static string Name(TopicSort sort) => JsonNamingPolicy.CamelCase.ConvertName(sort.ToString());
}
