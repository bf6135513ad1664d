using System.Net;
using System.Text.RegularExpressions;
using Community.Data;
using Community.Forums;
using Community.Ideas;
using Community.Ideas.Boards;
using Community.Members;
using Community.Shared;
using Community.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Rights;

/// <summary>A running community with somebody of every column, and fresh things of every kind to act on.</summary>
public sealed partial class World : IAsyncLifetime
{
    private static readonly string[] Audiences = [Audience.Everyone, Audience.Members, Audience.Trusted, Audience.Staff, Audience.Moderators];

    private readonly RunningApp app = new()
    {
        Settings =
        [
            "--Community:Owner:Email=root@example.com", "--Community:Owner:Password=tent and campfire",
            "--Community:Limits:PostInterval=00:00:00", "--Community:Limits:NewMemberPostInterval=00:00:00", "--Community:Limits:TopicInterval=00:00:00",
            "--Community:Limits:FirstDayReplies=10000", "--Community:Limits:FirstDayTopics=10000", "--Community:Limits:IdeasPerDay=10000", "--Community:Limits:ReactionsPerDay=10000", "--Community:Limits:EditsPerDay=10000",
            "--Community:Limits:GraceEdit=00:00:00", "--Community:Limits:SignInsPerMinute=10000", "--Community:Limits:SignInsPerHour=10000",
            "--Community:Limits:RegistrationsPerHour=10000", "--Community:Limits:MailRequestsPerHour=10000", "--Community:Limits:MailsPerAddressPerHour=10000",
            "--Community:RequestLimits:ApiPerMinute=1000000", "--Community:RequestLimits:ApiVisitorPerMinute=1000000", "--Community:RequestLimits:WrongTokensPerMinute=1000000",
        ],
    };

    private readonly Dictionary<char, Persona> personas = [];

    internal IReadOnlyDictionary<char, Persona> Personas => personas;

    public string Address => app.Address;

    /// <summary>Who wrote what nobody else did.</summary>
    internal Actor Fan { get; private set; } = Actor.Visitor;

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        Fan = (await Person("fan", Role.Member, TrustLevel.Member)).Actor;
        foreach (var audience in Audiences)
        {
            var settings = new ForumSettings($"for-{audience}", new LocalizedText(audience, audience), LocalizedText.Empty, 0, null, audience, audience == Audience.Everyone ? Audience.Members : audience, audience == Audience.Everyone ? Audience.Members : audience);
            Must(await Get<CreateForum>().Run(Root, new CreateForum.Input(settings, Guid.NewGuid())));
            var board = new BoardSettings(
                settings.Slug, settings.Name, LocalizedText.Empty, 0, settings.ReadAudience, settings.StartAudience, IdeaStatuses.OfBoards, HasBudget: false, ShowsBackers: true, ReviewsFirst: false, AnswerDays: null);
            Must(await Get<CreateBoard>().Run(Root, new CreateBoard.Input(board, Guid.NewGuid())));
        }

        personas['V'] = new Persona('V', Browser(null), Actor.Visitor, default, null);
        personas['U'] = await Persona('U', Role.Member, TrustLevel.New, account => account.EmailConfirmed = false);
        personas['S'] = await Persona('S', Role.Member, TrustLevel.Member, null, member => member.SuspendedUntil = TimeProvider.System.GetUtcNow().AddDays(30));
        personas['N'] = await Persona('N', Role.Member, TrustLevel.New);
        personas['T'] = await Persona('T', Role.Member, TrustLevel.Member);
        personas['B'] = await Persona('B', Role.Brand, TrustLevel.Member);
        personas['M'] = await Persona('M', Role.Moderator, TrustLevel.Member);
        personas['A'] = await Persona('A', Role.Admin, TrustLevel.Member);
        personas['O'] = await Persona('O', Role.Owner, TrustLevel.Member);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var persona in personas.Values)
            persona.Browser.Dispose();
        await app.DisposeAsync();
    }

    internal static readonly Actor Root = Actor.Of(1, "root", Role.Owner, TrustLevel.Member);

    internal static T Must<T>(Result<T> result)
    {
        Assert.Null(result.Problem);
        return result.Value!;
    }

    /// <summary>A member whom nothing has been done to yet.</summary>
    internal async Task<(Actor Actor, string Handle)> Person(string handle, Role role, TrustLevel trust, Action<Community.Members.Account>? account = null, Action<Member>? adapt = null)
    {
        var id = Get<Ids>().Next();
        await Arrange(db =>
        {
            var member = new Member
            {
                Id = id,
                Handle = handle,
                HandleKey = HandleSkeleton.Of(handle),
                DisplayName = handle,
                Role = role,
                Trust = trust,
                JoinedAt = TimeProvider.System.GetUtcNow().AddDays(-30),
                FirstPostApprovedAt = TimeProvider.System.GetUtcNow().AddDays(-30),
            };
            adapt?.Invoke(member);
            db.Members.Add(member);
            var own = new Community.Members.Account
            {
                Id = id,
                UserName = handle,
                NormalizedUserName = handle.ToUpperInvariant(),
                Email = $"{handle}@example.com",
                NormalizedEmail = $"{handle}@example.com".ToUpperInvariant(),
                EmailConfirmed = true,
                SecurityStamp = "stamp",
            };
            account?.Invoke(own);
            db.Accounts.Add(own);
        });
        return (Actor.Of(id, handle, role, trust), handle);
    }

    internal async Task Arrange(Action<CommunityDb> arrange)
    {
        await using var db = await Get<IDbContextFactory<CommunityDb>>().CreateDbContextAsync();
        arrange(db);
        await db.SaveChangesAsync();
    }

    internal Task<T> Read<T>(Func<CommunityDb, Task<T>> read) => Get<CommunityData>().Read(read);

    /// <summary>A token that answers a form of this persona.</summary>
    internal async Task<string> FormTokenOf(Persona persona)
    {
        if (persona.FormToken is { } known)
            return known;
        using var page = await persona.Browser.GetAsync(persona.Actor.IsMember ? "/account/settings" : "/account/login");
        var cookie = page.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("form=", StringComparison.Ordinal)).Split(';')[0];
        persona.Browser.DefaultRequestHeaders.Add("Cookie", cookie);
        var token = FormToken().Match(await page.Content.ReadAsStringAsync());
        return persona.FormToken = WebUtility.HtmlDecode(token.Groups[1].Value);
    }

    private async Task<Persona> Persona(char sign, Role role, TrustLevel trust, Action<Community.Members.Account>? account = null, Action<Member>? adapt = null)
    {
        var handle = $"persona-{char.ToLowerInvariant(sign)}";
        var (actor, _) = await Person(handle, role, trust, account, adapt);
        var scope = role == Role.Member ? TokenScope.Write : TokenScope.Staff;
        return new Persona(sign, Browser(actor.MemberId), actor, scope, await Token(handle, scope));
    }

    internal async Task<string> Token(string handle, TokenScope scope) =>
        Must(await Get<CreateToken>().Run(Actor.System, new CreateToken.Input(handle, "test", scope), TestContext.Current.CancellationToken)).Token;

    private HttpClient Browser(long? member)
    {
        // Cookies are sent as they are from the beginning to the end: what a door sets or takes away is not for the next one.
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 }) { BaseAddress = new Uri(Address) };
        if (member is { } id)
            browser.DefaultRequestHeaders.Add("Cookie", $"{SessionCookie.Name}={SessionCookie.Of(app.Services, id, "stamp")}");
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return browser;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
