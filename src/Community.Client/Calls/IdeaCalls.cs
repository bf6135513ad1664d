using System.Text.Json;

namespace Community.Client;

/// <summary>
/// What fans say should exist, and who backs it. The texts and comments of an idea are posts like others: <see cref="PostCalls"/> and
/// <see cref="ReactionCalls"/> are for them as well, and <see cref="TopicCalls.ListChanges"/> says what has changed.
/// </summary>
public sealed class IdeaCalls
{
    private readonly Sender sender;

    internal IdeaCalls(Sender sender) => this.sender = sender;

    /// <summary>The boards that may be read, in their order, with how soon their ideas are answered.</summary>
    public Task<IReadOnlyList<IdeaBoard>> ListBoards(CancellationToken cancel = default) =>
        sender.Get(Address.Of($"boards"), ClientJson.Default.IReadOnlyListIdeaBoard, cancel);

    /// <summary>Ideas, one page.</summary>
    /// <param name="query">Which ones, and their order; null for the hottest of all boards.</param>
    /// <param name="after">The <see cref="Page{T}.Next"/> of the page before; null for the first.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task<Page<Idea>> ListIdeas(IdeaQuery? query = null, string? after = null, CancellationToken cancel = default) => sender.Get(
        Address.Of($"ideas").Query(("board", query?.Board), ("sort", Name(query?.Sort)), ("period", Name(query?.Period)), ("status", Name(query?.Status)), ("after", after)),
        ClientJson.Default.PageIdea,
        cancel);

    /// <summary>Ideas, page after page as they are read.</summary>
    public IAsyncEnumerable<Idea> ListAllIdeas(IdeaQuery? query = null, CancellationToken cancel = default) =>
        Pages.All((after, stop) => ListIdeas(query, after, stop), cancel);

    /// <summary>What the member submitted or backs, whatever became of it, the newest first, one page. Needs a token.</summary>
    public Task<Page<Idea>> ListMyIdeas(string? after = null, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"me/ideas").Query(("after", after)), ClientJson.Default.PageIdea, cancel);

    /// <summary>What the member submitted or backs, page after page as it is read.</summary>
    public IAsyncEnumerable<Idea> ListAllMyIdeas(CancellationToken cancel = default) => Pages.All(ListMyIdeas, cancel);

    /// <summary>One idea, without its posts.</summary>
    public Task<IdeaDetails> ReadIdea(long number, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"ideas/{number}"), ClientJson.Default.IdeaDetails, cancel);

    /// <summary>The text of an idea and its comments in order of their numbers, tombstones in their places, one page.</summary>
    public Task<Page<Post>> ListIdeaPosts(long number, string? after = null, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"ideas/{number}/posts").Query(("after", after)), ClientJson.Default.PagePost, cancel);

    /// <summary>The text of an idea and its comments, page after page as they are read.</summary>
    public IAsyncEnumerable<Post> ListAllIdeaPosts(long number, CancellationToken cancel = default) =>
        Pages.All((after, stop) => ListIdeaPosts(number, after, stop), cancel);

    /// <summary>Who backs an idea, the last first, one page.</summary>
    /// <exception cref="CommunityApiException">403 <c>backers-hidden</c> where the board does not show it.</exception>
    public Task<Page<Backer>> ListBackers(long number, string? after = null, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"ideas/{number}/backers").Query(("after", after)), ClientJson.Default.PageBacker, cancel);

    /// <summary>Who backs an idea, page after page as it is read.</summary>
    public IAsyncEnumerable<Backer> ListAllBackers(long number, CancellationToken cancel = default) =>
        Pages.All((after, stop) => ListBackers(number, after, stop), cancel);

    /// <summary>What is planned, in progress and shipped.</summary>
    /// <param name="board">The slug of a board; null for all.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task<IReadOnlyList<RoadmapLane>> ReadRoadmap(string? board = null, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"ideas/roadmap").Query(("board", board)), ClientJson.Default.IReadOnlyListRoadmapLane, cancel);

    /// <summary>What was asked for and is there, the latest first, one page.</summary>
    public Task<Page<ShippedIdea>> ListShippedIdeas(string? after = null, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"ideas/shipped").Query(("after", after)), ClientJson.Default.PageShippedIdea, cancel);

    /// <summary>What was asked for and is there, page after page as it is read.</summary>
    public IAsyncEnumerable<ShippedIdea> ListAllShippedIdeas(CancellationToken cancel = default) => Pages.All(ListShippedIdeas, cancel);

    /// <summary>The votes that the member has in boards with a budget. Needs a token.</summary>
    public Task<VoteBudget> ReadVoteBudget(CancellationToken cancel = default) =>
        sender.Get(Address.Of($"me/votes"), ClientJson.Default.VoteBudget, cancel);

    /// <summary>Submits an idea. Needs a token with the scope <c>write</c>, like everything below.</summary>
    /// <param name="board">The slug of the board.</param>
    /// <param name="idea">What it says.</param>
    /// <param name="key">Made by the caller where the call may be made again in another run of the program: the same key again returns the first idea.</param>
    /// <param name="cancel">Ends the call.</param>
    /// <exception cref="CommunityApiException">
    /// 403 where the member may not submit there; 422 where a text breaks a rule, with <see cref="CommunityApiException.Field"/>; 429 where the member writes too fast or too much.
    /// </exception>
    public Task<SubmittedIdea> SubmitIdea(string board, NewIdea idea, Guid? key = null, CancellationToken cancel = default) =>
        sender.Create(Address.Of($"boards/{board}/ideas"), idea, ClientJson.Default.NewIdea, ClientJson.Default.SubmittedIdea, key, cancel);

    /// <summary>Says something about an idea.</summary>
    /// <param name="number">Which idea.</param>
    /// <param name="post">What it says.</param>
    /// <param name="key">The same key again returns the first comment.</param>
    /// <param name="cancel">Ends the call.</param>
    /// <exception cref="CommunityApiException">409 <c>idea-merged</c>; 422 where the text breaks a rule, with <see cref="CommunityApiException.Field"/>; 429 where the member writes too fast.</exception>
    public Task<WrittenPost> CommentOnIdea(long number, NewPost post, Guid? key = null, CancellationToken cancel = default) =>
        sender.Create(Address.Of($"ideas/{number}/posts"), post, ClientJson.Default.NewPost, ClientJson.Default.WrittenPost, key, cancel);

    /// <summary>Backs an idea, or says of a vote that was given how much it matters and why. Where the idea was merged, the vote stands for the other one.</summary>
    /// <exception cref="CommunityApiException">409 such as <c>votes-spent</c> or <c>idea-closed</c>; 422 where the reason breaks a rule; 429 <c>votes-per-day</c>.</exception>
    public Task<GivenVote> VoteForIdea(long number, WantedVote? vote = null, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"ideas/{number}/vote"), vote ?? new WantedVote(), ClientJson.Default.WantedVote, ClientJson.Default.GivenVote, cancel);

    /// <summary>Takes the member's vote back. Nothing changes where there is none.</summary>
    public Task TakeVoteBack(long number, CancellationToken cancel = default) => sender.Delete(Address.Of($"ideas/{number}/vote"), cancel);

    /// <summary>Backs an idea that says already what the member was about to submit, and keeps what they had typed as a comment on it.</summary>
    /// <param name="number">The idea that says so already.</param>
    /// <param name="unsent">What had been typed.</param>
    /// <param name="key">The same key again writes no second comment.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task<BackedIdea> BackInstead(long number, UnsentIdea unsent, Guid? key = null, CancellationToken cancel = default) =>
        sender.Create(Address.Of($"ideas/{number}/back-instead"), unsent, ClientJson.Default.UnsentIdea, ClientJson.Default.BackedIdea, key, cancel);

    /// <summary>Says how much the member wants to hear of an idea.</summary>
    public Task FollowIdea(long number, FollowLevel level, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"ideas/{number}/follow"), new WantedFollow(level), ClientJson.Default.WantedFollow, cancel);

    /// <summary>Says how far an idea has come, answers it, or both. For the brand's team and the moderators, with a token of the scope <c>staff</c>, like everything below.</summary>
    /// <param name="number">Which idea.</param>
    /// <param name="decision">What the team says.</param>
    /// <param name="key">The same key again changes nothing.</param>
    /// <param name="cancel">Ends the call.</param>
    /// <exception cref="CommunityApiException">409 <c>already-handled</c> where it has another status by now; 422 where it cannot come to this one, or the answer is missing.</exception>
    public Task SetIdeaStatus(long number, StatusDecision decision, Guid? key = null, CancellationToken cancel = default) =>
        sender.ActOnce(Address.Of($"ideas/{number}/status"), decision, ClientJson.Default.StatusDecision, key, cancel);

    /// <summary>Tells an idea together with another one. Votes and comments stay where they are, so it can be taken back.</summary>
    /// <exception cref="CommunityApiException">409 such as <c>merge-has-merged</c>; 422 where the two cannot be merged.</exception>
    public Task MergeIdeas(long number, long into, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"ideas/{number}/merge"), new IdeaMerge(into), ClientJson.Default.IdeaMerge, cancel);

    /// <summary>Lets an idea stand for itself again. Nothing changes where it does.</summary>
    public Task UnmergeIdea(long number, CancellationToken cancel = default) => sender.Delete(Address.Of($"ideas/{number}/merge"), cancel);

    /// <summary>Takes a second wish out of an idea and makes it an idea of its own, in the same board.</summary>
    /// <param name="number">The idea that says two things.</param>
    /// <param name="part">The new one.</param>
    /// <param name="key">The same key again returns the first result.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task<SubmittedIdea> SplitIdea(long number, IdeaPart part, Guid? key = null, CancellationToken cancel = default) =>
        sender.Create(Address.Of($"ideas/{number}/parts"), part, ClientJson.Default.IdeaPart, ClientJson.Default.SubmittedIdea, key, cancel);

    /// <summary>Moves an idea, with what is told together with it, to another board; who may read it follows.</summary>
    public Task MoveIdea(long number, IdeaMove move, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"ideas/{number}/board"), move, ClientJson.Default.IdeaMove, cancel);

    /// <summary>Notes that somebody who is not here wants an idea. It is shown apart from the votes, without the name.</summary>
    /// <param name="number">Which idea.</param>
    /// <param name="vote">Who wants it, and where they said so.</param>
    /// <param name="key">The same key again notes it once.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task PassOnVote(long number, NewPassedOn vote, Guid? key = null, CancellationToken cancel = default) =>
        sender.ActOnce(Address.Of($"ideas/{number}/passed-on"), vote, ClientJson.Default.NewPassedOn, key, cancel);

    /// <summary>What was passed on for an idea, the latest first, at most 200.</summary>
    public Task<IReadOnlyList<PassedOn>> ListPassedOn(long number, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"ideas/{number}/passed-on"), ClientJson.Default.IReadOnlyListPassedOn, cancel);

    /// <summary>Takes back what was passed on; for whom it was and where it was said is forgotten with it.</summary>
    /// <param name="id">Out of <see cref="PassedOn.Id"/>.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task TakeBackPassedOn(string id, CancellationToken cancel = default) => sender.Delete(Address.Of($"passed-on/{id}"), cancel);

    private static string? Name<T>(T? value)
        where T : struct, Enum => value is { } given ? JsonNamingPolicy.CamelCase.ConvertName(given.ToString()) : null;

    /// <summary>Takes somebody's reason for backing an idea out of sight for everybody but moderators; their vote counts as before. For moderators.</summary>
    /// <param name="voteId">The <see cref="Backer.Id"/>.</param>
    /// <param name="reason">For the log.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task HideReason(string voteId, string reason, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"backers/{voteId}/hidden"), new Because(reason), ClientJson.Default.Because, cancel);

    /// <summary>Lets it be read again.</summary>
    public Task ShowReason(string voteId, string reason, CancellationToken cancel = default) =>
        sender.ActAgain(Address.Of($"backers/{voteId}/show"), new Because(reason), ClientJson.Default.Because, cancel);

    /// <summary>Opens a board, after the others. For administrators, like everything below.</summary>
    /// <param name="settings">What it is like.</param>
    /// <param name="key">The same key again returns the first board.</param>
    /// <param name="cancel">Ends the call.</param>
    /// <exception cref="CommunityApiException">422 where a value breaks a rule, or the slug is taken, with <see cref="CommunityApiException.Field"/>.</exception>
    public Task<IdeaBoard> CreateBoard(IdeaBoardSettings settings, Guid? key = null, CancellationToken cancel = default) =>
        sender.Create(Address.Of($"boards"), settings, ClientJson.Default.IdeaBoardSettings, ClientJson.Default.IdeaBoard, key, cancel);

    /// <summary>Changes everything that an administrator chooses about a board.</summary>
    /// <returns>The board as it is now, under its new slug where that has changed.</returns>
    /// <exception cref="CommunityApiException">409 <c>board-merged-across</c>; 422 where a value breaks a rule, with <see cref="CommunityApiException.Field"/>.</exception>
    public Task<IdeaBoard> UpdateBoard(string board, IdeaBoardSettings settings, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"boards/{board}"), settings, ClientJson.Default.IdeaBoardSettings, ClientJson.Default.IdeaBoard, cancel);

    /// <summary>Takes a board away; one that holds ideas is archived instead.</summary>
    public Task<DeletedBoard> DeleteBoard(string board, CancellationToken cancel = default) =>
        sender.Delete(Address.Of($"boards/{board}"), ClientJson.Default.DeletedBoard, cancel);

    /// <summary>Puts a board elsewhere among the others.</summary>
    /// <param name="board">Which one.</param>
    /// <param name="position">From 0.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task MoveBoard(string board, int position, CancellationToken cancel = default) =>
        sender.Put(Address.Of($"boards/{board}/position"), new BoardPosition(position), ClientJson.Default.BoardPosition, cancel);

    /// <summary>Closes a board for everything new. Nothing changes where it is archived already.</summary>
    public Task ArchiveBoard(string board, CancellationToken cancel = default) => sender.Put(Address.Of($"boards/{board}/archive"), cancel);

    /// <summary>Opens an archived board again.</summary>
    public Task ReopenBoard(string board, CancellationToken cancel = default) => sender.Delete(Address.Of($"boards/{board}/archive"), cancel);
}
