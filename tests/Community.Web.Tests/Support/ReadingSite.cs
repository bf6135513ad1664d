using System.Net;
using System.Text.RegularExpressions;
using Community.Data;
using Community.Forums;
using Community.Members;
using Community.Search;
using Community.Shared;
using Community.Shared.Site;
using Community.Testing;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Support;

/// <summary>The real host with a small forum, limits out of the way, a door for signing in, and a counter of queries.</summary>
public sealed class ReadingSite : IAsyncLifetime
{
    private const string Door = "/test/sign-in";
    private static readonly string[] Usual =
    [
        "--Community:Limits:PostInterval=00:00:00", "--Community:Limits:NewMemberPostInterval=00:00:00", "--Community:Limits:TopicInterval=00:00:00",
        "--Community:Limits:FirstDayReplies=10000", "--Community:Limits:FirstDayTopics=10000", "--Community:Limits:MinBody=1", "--Community:Limits:MinDistinct=0",
        "--Community:Limits:IdeasPerDay=1000", "--Community:Limits:VotesPerDay=10000",
    ];

    private RunningApp? app;

    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Another site whose database and people this one shares.</summary>
    public ReadingSite? Beside { get; init; }

    public TestDatabase? Database => app?.Database;

    public Actor Aki { get; private set; } = Actor.Visitor;

    public Actor Ben { get; private set; } = Actor.Visitor;

    public Actor Moderator { get; private set; } = Actor.Visitor;

    public QueryCounter Queries => Get<QueryCounter>();

    public T Get<T>()
        where T : notnull => app!.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        app = new RunningApp
        {
            Settings = [.. Usual, .. Settings],
            Beside = Beside?.app,
            Adapt = builder =>
            {
                builder.Services.AddSingleton<QueryCounter>();
                builder.Services.ConfigureDbContext<CommunityDb>((services, options) => options.AddInterceptors(services.GetRequiredService<QueryCounter>()));
                builder.Services.AddSingleton<IStartupFilter, SignInDoor>();
            },
        };
        await app.InitializeAsync();
        if (Beside is not null)
        {
            (Aki, Ben, Moderator) = (Beside.Aki, Beside.Ben, Beside.Moderator);
            return;
        }

        Aki = await Person("aki");
        Ben = await Person("ben");
        Moderator = await Person("mia", Role.Moderator);
        await Arrange(db =>
        {
            db.Site.Add(new SiteSettings { Name = "Tin & Co" });
            db.Forums.Add(new Forum { Id = 1, Slug = "help", Name = new LocalizedText("助け合い", "Help") });
            db.Forums.Add(new Forum { Id = 2, Slug = "tools", Name = new LocalizedText("道具", "Tools"), ParentId = 1, Order = 1 });
            db.Forums.Add(new Forum { Id = 3, Slug = "staff-room", Name = new LocalizedText("控え室", "Staff room"), ReadAudience = Audience.Staff, Order = 2 });
        });
        // What was arranged is noticed within a second: here at once.
        await Get<SiteCache>().Reload(TestContext.Current.CancellationToken);
    }

    /// <summary>A browser of its own on one connection, so that what follows an answer is over when the next request runs.</summary>
    public HttpClient Browser(bool follows = false) => new(new SocketsHttpHandler { AllowAutoRedirect = follows, MaxConnectionsPerServer = 1 })
    {
        BaseAddress = new Uri(app!.Address),
    };

    public async Task<HttpClient> BrowserOf(Actor member)
    {
        var browser = Browser();
        using var answer = await browser.GetAsync($"{Door}?id={member.MemberId}", TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return browser;
    }

    /// <summary>The page and how many queries it took.</summary>
    public async Task<(string Page, int Queries)> Counted(HttpClient browser, string path)
    {
        var name = Guid.NewGuid().ToString();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add(QueryCounter.Header, name);
        using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var next = await browser.GetAsync("/robots.txt", TestContext.Current.CancellationToken);
        return (page, Queries.Of(name));
    }

    /// <summary>The page as a browser without script has it, with the picture by which it is counted as read.</summary>
    public async Task<string> WithoutScript(HttpClient browser, string path)
    {
        var page = await browser.GetStringAsync(path, TestContext.Current.CancellationToken);
        var picture = Regex.Match(page, "<noscript><img src=\"([^\"]+)\"").Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Get, WebUtility.HtmlDecode(picture));
        request.Headers.Referrer = new Uri(browser.BaseAddress!, path);
        using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        return page;
    }

    public async Task<StartTopic.Started> Topic(Actor by, string title = "How do you mend a tin box?", string forum = "help", string? tags = "tin, repair") =>
        await Settled(Must(await Get<StartTopic>().Run(by, new StartTopic.Input(forum, title, $"The clasp broke. {Guid.NewGuid()}", tags, Guid.NewGuid()))));

    public async Task<PostReply.Posted> Reply(Actor by, long topic, string? body = null) =>
        Must(await Get<PostReply>().Run(by, new PostReply.Input(topic, body ?? $"A drop of oil helps. {Guid.NewGuid()}", null, Guid.NewGuid())));

    public Task<T> Read<T>(Func<CommunityDb, Task<T>> read) => Get<CommunityData>().Read(read);

    public async Task Arrange(Action<CommunityDb> arrange)
    {
        await using var db = await Get<IDbContextFactory<CommunityDb>>().CreateDbContextAsync();
        arrange(db);
        await db.SaveChangesAsync();
    }

    public async Task<Actor> Person(string handle, Role role = Role.Member)
    {
        var id = Get<Ids>().Next();
        await Arrange(db =>
        {
            db.Members.Add(new Member
            {
                Id = id,
                Handle = handle,
                HandleKey = HandleSkeleton.Of(handle),
                DisplayName = handle,
                Role = role,
                Trust = TrustLevel.Member,
                JoinedAt = TimeProvider.System.GetUtcNow().AddDays(-3),
            });
            db.Accounts.Add(new Community.Members.Account { Id = id, UserName = handle, Email = $"{handle}@example.com", NormalizedEmail = $"{handle}@example.com".ToUpperInvariant(), EmailConfirmed = true, SecurityStamp = "stamp" });
        });
        return Actor.Of(id, handle, role, TrustLevel.Member);
    }

    public static T Must<T>(Result<T> result)
    {
        Assert.Null(result.Problem);
        return result.Value!;
    }

    // What is looked for beside the requests, so that a page is the same the second time.
    private async Task<StartTopic.Started> Settled(StartTopic.Started topic)
    {
        await Get<CountTerms>().Run(TestContext.Current.CancellationToken);
        await Get<RelatedLists>().Find(Actor.Visitor, await Read(db => db.Topics.Where(t => t.Number == topic.Number).Select(t => t.Id).SingleAsync()), TestContext.Current.CancellationToken);
        return topic;
    }

    public ValueTask DisposeAsync() => app!.DisposeAsync();

    private sealed class SignInDoor : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => pipeline =>
        {
            pipeline.Use(async (http, rest) =>
            {
                if (http.Request.Path == Door)
                    await Sessions.Start(http, new SignedIn(long.Parse(http.Request.Query["id"]!, System.Globalization.CultureInfo.InvariantCulture), "stamp"), stays: false);
                else
                    await rest(http);
            });
            next(pipeline);
        };
    }
}
