using System.Collections.Concurrent;
using Community.Client;
using Community.Data;
using Community.Members;
using Community.Shared;
using Community.Shared.Site;
using Community.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Api;

/// <summary>The real host with a small community, limits out of the way, a clock that can be moved, and programs that call it.</summary>
public sealed class ApiSite : IAsyncLifetime
{
    private static readonly string[] Usual =
    [
        "--Community:Limits:PostInterval=00:00:00", "--Community:Limits:NewMemberPostInterval=00:00:00", "--Community:Limits:TopicInterval=00:00:00",
        "--Community:Limits:FirstDayReplies=10000", "--Community:Limits:FirstDayTopics=10000", "--Community:Limits:MinBody=1", "--Community:Limits:MinDistinct=0",
        "--Community:Limits:GraceEdit=00:00:00",
        "--Community:RequestLimits:ApiPerMinute=1000000", "--Community:RequestLimits:ApiVisitorPerMinute=1000000", "--Community:RequestLimits:WrongTokensPerMinute=1000000",
    ];

    private readonly MovingTime clock = new();
    private readonly ConcurrentBag<HttpClient> clients = [];
    private RunningApp? app;
    private int people;

    public IReadOnlyList<string> Settings { get; init; } = [];

    public string Address => app!.Address;

    public DateTimeOffset Now => clock.GetUtcNow();

    public void Pass(TimeSpan span) => clock.Ahead += span;

    public T Get<T>()
        where T : notnull => app!.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        app = new RunningApp { Settings = [.. Usual, .. Settings], Adapt = builder => builder.Services.AddSingleton<TimeProvider>(clock) };
        await app.InitializeAsync();
        await Arrange(db =>
        {
            db.Site.Add(new SiteSettings { Name = "Tin & Co" });
            db.Forums.Add(new Community.Forums.Forum { Id = 1, Slug = "help", Name = new Community.Shared.LocalizedText("助け合い", "Help") });
            db.IdeaBoards.Add(new Community.Ideas.Boards.IdeaBoard { Id = 3, Slug = "wishes", Name = new Community.Shared.LocalizedText("願い", "Wishes"), Statuses = Community.Ideas.IdeaStatuses.OfBoards, AnswerDays = 14 });
            db.IdeaBoards.Add(new Community.Ideas.Boards.IdeaBoard { Id = 4, Slug = "products", Name = new Community.Shared.LocalizedText("商品", "Products"), Statuses = Community.Ideas.IdeaStatuses.OfBoards, HasBudget = true, ShowsBackers = false, Order = 1 });
            db.Forums.Add(new Community.Forums.Forum { Id = 2, Slug = "staff-room", Name = new Community.Shared.LocalizedText("控え室", "Staff room"), ReadAudience = Audience.Staff, Order = 1 });
        });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients)
            client.Dispose();
        await app!.DisposeAsync();
    }

    /// <summary>A new member; the handle is made unique.</summary>
    public async Task<string> Person(string name, Community.Shared.Role role = Community.Shared.Role.Member)
    {
        var id = Get<Ids>().Next();
        var handle = $"{name}-{Interlocked.Increment(ref people)}";
        await Arrange(db =>
        {
            db.Members.Add(new Community.Members.Member
            {
                Id = id,
                Handle = handle,
                HandleKey = HandleSkeleton.Of(handle),
                DisplayName = name,
                Role = role,
                Trust = Community.Shared.TrustLevel.Member,
                JoinedAt = Now.AddDays(-3),
            });
            db.Accounts.Add(new Community.Members.Account { Id = id, UserName = handle, Email = $"{handle}@example.com", EmailConfirmed = true, SecurityStamp = "stamp" });
        });
        return handle;
    }

    public async Task<NewToken> Token(string handle, Community.Members.TokenScope scope = Community.Members.TokenScope.Write, TimeSpan? lasts = null)
    {
        var made = await Get<CreateToken>().Run(Actor.System, new CreateToken.Input(handle, "A program", scope, lasts), default);
        Assert.Null(made.Problem);
        return made.Value!;
    }

    /// <summary>A program with a token, or without one.</summary>
    public CommunityClient Client(string? token = null, HttpMessageHandler? through = null, CommunityClientOptions? options = null)
    {
        var http = new HttpClient(through ?? new SocketsHttpHandler());
        clients.Add(http);
        return new CommunityClient(http, (options ?? new CommunityClientOptions { Retries = 0, Language = "en" }) with { BaseAddress = new Uri(Address), Token = token });
    }

    public async Task<CommunityClient> ClientOf(string name, Community.Members.TokenScope scope = Community.Members.TokenScope.Write, Community.Shared.Role role = Community.Shared.Role.Member) =>
        Client((await Token(await Person(name, role), scope)).Token);

    public async Task<StartedTopic> Topic(CommunityClient by, string title = "How do you mend a tin box?") =>
        await by.Topics.StartTopic("help", new NewTopic(title, $"The clasp broke. {Guid.NewGuid()}"));

    private async Task Arrange(Action<CommunityDb> arrange)
    {
        await using var db = await Get<IDbContextFactory<CommunityDb>>().CreateDbContextAsync();
        arrange(db);
        await db.SaveChangesAsync();
    }

    private sealed class MovingTime : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
    }
}
