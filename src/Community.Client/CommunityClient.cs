namespace Community.Client;

/// <summary>
/// A community for programs: everything that its API offers, a method for each operation of the same name.
/// </summary>
/// <remarks>
/// <para>Safe for use from many threads at once; one is enough for a program.</para>
/// <para>
/// Every call can be cancelled, and throws <see cref="CommunityApiException"/> where the server refuses,
/// <see cref="HttpRequestException"/> where it cannot be reached, <see cref="OperationCanceledException"/> where it is cancelled
/// or takes longer than <see cref="HttpClient.Timeout"/>, and <see cref="ArgumentException"/> where an id, handle or slug cannot be one.
/// Each of them can answer 400, 401 (<c>token-invalid</c>, <c>token-missing</c>), 403 (<c>token-scope</c>), 404 and 429
/// (<c>too-many-requests</c>); what else a call is refused for stands with it.
/// </para>
/// <para>
/// A call is tried again only where that is safe: after 429 as the server asks, and after 502, 503, 504 and lost connections.
/// What is created is sent with a key that the server knows again, so a second try never creates a second thing;
/// the two acts without such a key, <see cref="ModerationCalls.Decide"/> and <see cref="ModerationCalls.UndoAct"/>, are not
/// tried again once the server may have received them. Nothing is tried again after a cancellation or a timeout.
/// </para>
/// </remarks>
public sealed class CommunityClient : IDisposable
{
    private readonly HttpClient? own;
    private readonly DiscussionWatch watch;

    /// <summary>Uses a client of the caller's, such as one of <c>IHttpClientFactory</c>, and leaves it as it is.</summary>
    /// <exception cref="ArgumentException">Neither of the two says where the community is.</exception>
    public CommunityClient(HttpClient http, CommunityClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        options ??= new CommunityClientOptions();
        var sender = new Sender(http, options);
        Forums = new ForumCalls(sender);
        Topics = new TopicCalls(sender);
        Posts = new PostCalls(sender);
        Ideas = new IdeaCalls(sender);
        Reactions = new ReactionCalls(sender);
        Members = new MemberCalls(sender);
        Search = new SearchCalls(sender);
        Me = new MeCalls(sender);
        Reports = new ReportCalls(sender);
        Moderation = new ModerationCalls(sender);
        watch = new DiscussionWatch(Topics, sender.Hub, options);
    }

    /// <summary>Makes an HTTP client of its own, which goes with this one.</summary>
    /// <param name="baseAddress">Where the community is, such as <c>https://fans.example.com</c>.</param>
    /// <param name="token">A token of <c>/me/tokens</c>.</param>
    public CommunityClient(Uri baseAddress, string? token = null)
        // Names are looked up anew now and then, so that a program that runs for months finds a server that has moved.
        : this(new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(15) }), baseAddress, token)
    {
    }

    private CommunityClient(HttpClient own, Uri baseAddress, string? token)
        : this(own, new CommunityClientOptions { BaseAddress = baseAddress, Token = token }) => this.own = own;

    /// <summary>The places that topics stand in.</summary>
    public ForumCalls Forums { get; }

    /// <summary>What people talk about, and its tags.</summary>
    public TopicCalls Topics { get; }

    /// <summary>What they say.</summary>
    public PostCalls Posts { get; }

    /// <summary>What they say should exist, and who backs it.</summary>
    public IdeaCalls Ideas { get; }

    /// <summary>What others make of it.</summary>
    public ReactionCalls Reactions { get; }

    /// <summary>Who they are.</summary>
    public MemberCalls Members { get; }

    /// <summary>How to find any of it.</summary>
    public SearchCalls Search { get; }

    /// <summary>Whom the token acts for.</summary>
    public MeCalls Me { get; }

    /// <summary>What should be looked at.</summary>
    public ReportCalls Reports { get; }

    /// <summary>What the staff does about it.</summary>
    public ModerationCalls Moderation { get; }

    /// <summary>
    /// What changes in a discussion from a change number on, whenever it changes: each change once, none left out, several
    /// that came together as one. Connections that are lost are made again, and what came meanwhile is caught up with.
    /// </summary>
    /// <remarks>It listens over a WebSocket of its own at <c>/live/hub</c>, and reads what changed by <see cref="TopicCalls.ListChanges"/>. It goes on until it is cancelled.</remarks>
    /// <param name="id">Out of <see cref="TopicDetails.Id"/> or <see cref="IdeaDetails.Id"/>.</param>
    /// <param name="after">What the program knows already, such as <see cref="TopicDetails.ChangeNumber"/>, read before the posts.</param>
    /// <param name="cancel">Ends the watch.</param>
    /// <exception cref="CommunityApiException">404 once the token's member may not read the discussion any more; 401 once the token does not work.</exception>
    public IAsyncEnumerable<Changes> WatchDiscussion(string id, long after, CancellationToken cancel = default) => watch.Of(id, after, cancel);

    /// <inheritdoc/>
    public void Dispose() => own?.Dispose();
}
