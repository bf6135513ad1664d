using Community.Data;
using Community.Ideas;
using Community.Ideas.Boards;
using Community.Ideas.Contract;
using Community.Ideas.Merging;
using Community.Ideas.Votes;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Support;

/// <summary>A community with a board whose votes are few and one whose are not, two fans, the brand's team and a moderator, and short ways to wish and vote.</summary>
public sealed class IdeaScene : IAsyncDisposable
{
    public const string Body = "On long walks my tea is cold by noon. A lid that closes better would help all of us.";

    /// <summary>The board with a budget.</summary>
    public const string Few = "products";

    /// <summary>The board without one.</summary>
    public const string Free = "community";

    private IdeaScene(TestCommunity community) => Community = community;

    public TestCommunity Community { get; }

    public required Actor Aki { get; init; }

    public required Actor Ben { get; init; }

    public required Actor Brand { get; init; }

    public required Actor Moderator { get; init; }

    public required Actor Admin { get; init; }

    public FakeTime Time => Community.Time;

    public static async Task<IdeaScene> Start(params IEnumerable<(string Key, string Value)> settings)
    {
        var given = settings.ToList();
        (string Key, string Value)[] wide = [("Community:Limits:IdeasPerDay", "1000"), ("Community:Limits:VotesPerDay", "100000")];
        var community = await TestCommunity.Start([.. given, .. wide.ExceptBy(given.Select(s => s.Key), s => s.Key)]);
        var scene = new IdeaScene(community)
        {
            Aki = await community.Person("aki"),
            Ben = await community.Person("ben"),
            Brand = await community.Person("bea", Role.Brand),
            Moderator = await community.Person("mia", Role.Moderator),
            Admin = await community.Person("ada", Role.Admin),
        };
        await scene.OpenBoard(Few, board => board.HasBudget = true);
        await scene.OpenBoard(Free);
        return scene;
    }

    public async Task<IdeaBoard> OpenBoard(string slug, Action<IdeaBoard>? with = null)
    {
        var board = new IdeaBoard { Id = Community.Get<Ids>().Next(), Slug = slug, Name = new LocalizedText("", slug), Statuses = IdeaStatuses.OfBoards };
        with?.Invoke(board);
        await Community.Arrange(db => db.IdeaBoards.Add(board));
        return board;
    }

    /// <summary>An idea that is there, after a pause.</summary>
    public async Task<long> Idea(Actor? by = null, string title = "A lid that keeps tea hot until noon", string board = Free, string body = Body, string? tags = null)
    {
        Time.Pass(TimeSpan.FromMinutes(10));
        return ForumScene.Must(await Submit(by ?? Aki, title, board, body, tags)).Number;
    }

    public Task<Result<SubmitIdea.Submitted>> Submit(Actor by, string title, string board = Free, string body = Body, string? tags = null, Guid? key = null) =>
        Community.Get<SubmitIdea>().Run(by, new SubmitIdea.Input(board, title, body, tags, key ?? Guid.NewGuid()));

    public Task<Result<VoteForIdea.Voted>> Vote(Actor by, long idea, Importance? importance = null, string? reason = null) =>
        Community.Get<VoteForIdea>().Run(by, new VoteForIdea.Input(idea, new VoteForIdea.Vote(importance, reason)));

    public Task<Result<VoteForIdea.Voted>> TakeBack(Actor by, long idea) => Community.Get<VoteForIdea>().Run(by, new VoteForIdea.Input(idea, null));

    public async Task Backs(Actor by, params IEnumerable<long> ideas)
    {
        foreach (var idea in ideas)
        {
            Time.Pass(TimeSpan.FromMinutes(1));
            ForumScene.Must(await Vote(by, idea));
        }
    }

    public Task<Result<CommentOnIdea.Posted>> Comment(Actor by, long idea, string? body = null, Guid? key = null)
    {
        Time.Pass(TimeSpan.FromMinutes(10));
        return Community.Get<CommentOnIdea>().Run(by, new CommentOnIdea.Input(idea, body ?? $"I want that too, says {by.Handle} at {Time.Now:O}.", null, key ?? Guid.NewGuid()));
    }

    public Task<Result<Done>> Bring(Actor by, long idea, IdeaStatus to, string? text = null, IdeaStatus? from = null)
    {
        Time.Pass(TimeSpan.FromMinutes(10));
        return Community.Get<SetIdeaStatus>().Run(by, new SetIdeaStatus.Input(idea, to, text, Guid.NewGuid(), from));
    }

    public Task<Result<Done>> Merge(Actor by, long source, long target) => Community.Get<MergeIdeas>().Run(by, new MergeIdeas.Input(source, target));

    public Task<Result<Done>> Unmerge(Actor by, long source) => Community.Get<UnmergeIdea>().Run(by, source);

    public Task<Idea> ReadIdea(long number) => Community.Read(db => db.Ideas.SingleAsync(i => i.Number == number));

    public async Task<IdeaView> View(Actor actor, long number, int page = 1) => ForumScene.Must(await Community.Get<ReadIdea>().Run(actor, number, page));

    /// <summary>Every counter again from what it follows from.</summary>
    public async Task<IReadOnlyList<string>> Differences()
    {
        var found = new List<string>();
        foreach (var verifier in Community.All<IVerify>())
            found.AddRange(await Community.Read(db => verifier.Check(db, CancellationToken.None)));
        return found;
    }

    public Heard<IdeaStatusChanged> Heard => Community.Get<Heard<IdeaStatusChanged>>();

    public ValueTask DisposeAsync() => Community.DisposeAsync();
}
