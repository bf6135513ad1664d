using System.Text.Json;

namespace Community.Client;

/// <summary>
/// What the staff does about it. Everything here needs a token with the scope <c>staff</c> and the role for it (403 otherwise), and is
/// logged with its reason (422 where that is missing).
/// </summary>
public sealed class ModerationCalls
{
    private readonly Sender sender;

    internal ModerationCalls(Sender sender) => this.sender = sender;

    /// <summary>What waits for a moderator, the most urgent first, one page.</summary>
    /// <param name="after">The <see cref="Page{T}.Next"/> of the page before; null for the first.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task<Page<QueueItem>> ReadQueue(string? after = null, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"moderation/queue").Query(("after", after)), ClientJson.Default.PageQueueItem, cancel);

    /// <summary>What waits for a moderator, the most urgent first, page after page as it is read.</summary>
    public IAsyncEnumerable<QueueItem> ReadWholeQueue(CancellationToken cancel = default) => Pages.All(ReadQueue, cancel);

    /// <summary>How much waits, and for how long.</summary>
    public Task<QueueSummary> CountQueue(CancellationToken cancel = default) =>
        sender.Get(Address.Of($"moderation/queue/summary"), ClientJson.Default.QueueSummary, cancel);

    /// <summary>Takes something off the queue. Not tried again once the server may have received it: look at the queue then.</summary>
    /// <exception cref="CommunityApiException">409 <c>already-handled</c> where somebody else was faster.</exception>
    public Task Decide(QueueDecision decision, CancellationToken cancel = default) =>
        sender.Act(Address.Of($"moderation/queue/decisions"), decision, ClientJson.Default.QueueDecision, cancel);

    /// <summary>Approves, hides, removes or restores a post.</summary>
    /// <exception cref="CommunityApiException">409 where it is in another state by now.</exception>
    public Task ChangePostState(string postId, StateChange change, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"posts/{postId}/state"), change, ClientJson.Default.StateChange, cancel);

    /// <summary>What the staff did, the latest first, one page.</summary>
    /// <param name="by">Only what the member with this handle did.</param>
    /// <param name="action">Only this action, such as <c>hide-post</c>.</param>
    /// <param name="after">The <see cref="Page{T}.Next"/> of the page before; null for the first.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task<Page<LogEntry>> ReadLog(string? by = null, string? action = null, string? after = null, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"moderation/log").Query(("by", by), ("action", action), ("after", after)), ClientJson.Default.PageLogEntry, cancel);

    /// <summary>What the staff did, the latest first, page after page as it is read.</summary>
    public IAsyncEnumerable<LogEntry> ReadWholeLog(string? by = null, string? action = null, CancellationToken cancel = default) =>
        Pages.All((after, stop) => ReadLog(by, action, after, stop), cancel);

    /// <summary>Takes an act of the staff back, by the opposite act. Not tried again once the server may have received it: look at the log then.</summary>
    /// <exception cref="CommunityApiException">409 <c>cannot-undo</c>, or <c>changed-since</c> where a later act stands in the way.</exception>
    public Task UndoAct(long number, CancellationToken cancel = default) => sender.Act(Address.Of($"moderation/log/{number}/undo"), cancel);

    /// <summary>Closes a topic for replies.</summary>
    public Task LockTopic(long number, string reason, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"topics/{number}/lock"), new Because(reason), ClientJson.Default.Because, cancel);

    /// <summary>Opens a locked topic again.</summary>
    public Task UnlockTopic(long number, string reason, CancellationToken cancel = default) =>
        sender.ActAgain(Address.Of($"topics/{number}/unlock"), new Because(reason), ClientJson.Default.Because, cancel);

    /// <summary>Runs a topic as a live thread, or no longer.</summary>
    /// <exception cref="CommunityApiException">422 where the interval, its end or a host is not possible, with <see cref="CommunityApiException.Field"/>.</exception>
    public Task RunLiveThread(long number, LiveThread thread, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"topics/{number}/live"), thread, ClientJson.Default.LiveThread, cancel);

    /// <summary>Puts a topic before the others of its forum.</summary>
    public Task PinTopic(long number, string reason, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"topics/{number}/pin"), new Because(reason), ClientJson.Default.Because, cancel);

    /// <summary>Lets a pinned topic stand among the others again.</summary>
    public Task UnpinTopic(long number, string reason, CancellationToken cancel = default) =>
        sender.ActAgain(Address.Of($"topics/{number}/unpin"), new Because(reason), ClientJson.Default.Because, cancel);

    /// <summary>Moves a topic to another forum; who may read it follows.</summary>
    public Task MoveTopic(long number, TopicMove move, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"topics/{number}/forum"), move, ClientJson.Default.TopicMove, cancel);

    /// <summary>Takes a former text out of a post's history. What stands now is hidden with its post.</summary>
    /// <param name="postId">Which post.</param>
    /// <param name="version">Which text, by its <see cref="Revision.Number"/>.</param>
    /// <param name="reason">For the log.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task HideRevision(string postId, int version, string reason, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"posts/{postId}/revisions/{version}/hidden"), new Because(reason), ClientJson.Default.Because, cancel);

    /// <summary>Lets a hidden former text be read again.</summary>
    public Task ShowRevision(string postId, int version, string reason, CancellationToken cancel = default) =>
        sender.ActAgain(Address.Of($"posts/{postId}/revisions/{version}/show"), new Because(reason), ClientJson.Default.Because, cancel);

    /// <summary>Members as the staff looks them up, by handle, one page.</summary>
    /// <param name="text">The beginning of a handle. An e-mail address finds nobody: what is asked for stands in logs.</param>
    /// <param name="which">Which of them.</param>
    /// <param name="after">The <see cref="Page{T}.Next"/> of the page before; null for the first.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task<Page<StaffMember>> FindMembers(string? text = null, MemberFilter which = MemberFilter.Everybody, string? after = null, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"members").Query(("text", text), ("which", JsonNamingPolicy.CamelCase.ConvertName(which.ToString())), ("after", after)), ClientJson.Default.PageStaffMember, cancel);

    /// <summary>Members as the staff looks them up, page after page as they are read.</summary>
    public IAsyncEnumerable<StaffMember> FindAllMembers(string? text = null, MemberFilter which = MemberFilter.Everybody, CancellationToken cancel = default) =>
        Pages.All((after, stop) => FindMembers(text, which, after, stop), cancel);

    /// <summary>Lets a member only read for a time.</summary>
    /// <exception cref="CommunityApiException">403 for a member of the staff; 422 where the end is not ahead, or too far.</exception>
    public Task SuspendMember(string handle, Suspension suspension, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"members/{handle}/suspension"), suspension, ClientJson.Default.Suspension, cancel);

    /// <summary>Ends a suspension before its time.</summary>
    public Task EndSuspension(string handle, string reason, CancellationToken cancel = default) =>
        sender.ActAgain(Address.Of($"members/{handle}/suspension/end"), new Because(reason), ClientJson.Default.Because, cancel);

    /// <summary>Gives a member another role. For administrators.</summary>
    /// <exception cref="CommunityApiException">403 where the caller may not give or take that role.</exception>
    public Task ChangeRole(string handle, RoleChange change, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"members/{handle}/role"), change, ClientJson.Default.RoleChange, cancel);
}
