using System.Net;
using System.Text.RegularExpressions;
using Community.Data;
using Community.Members;
using Community.Shared;
using Community.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Support;

/// <summary>Somebody in front of the running app: reads pages, fills in the forms that stand there, follows nothing by itself.</summary>
public sealed partial class Guest : IDisposable
{
    private readonly HttpClient client;
    private readonly CookieContainer cookies = new();

    private Guest(RunningApp app)
    {
        client = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Address) };
        client.DefaultRequestHeaders.Add("Accept-Language", Languages.English);
    }

    public long MemberId { get; private init; }

    public CookieContainer Cookies => cookies;

    public static Guest Visitor(RunningApp app) => new(app);

    /// <summary>A new member with this role who is signed in.</summary>
    public static async Task<Guest> Of(RunningApp app, Role role, string? handle = null)
    {
        var id = app.Services.GetRequiredService<Ids>().Next();
        var name = handle ?? $"{role}-{id % 100_000_000:x}".ToLowerInvariant();
        var stamp = Guid.NewGuid().ToString("N");
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<CommunityDb>>().CreateDbContextAsync())
        {
            db.Members.Add(new Member
            {
                Id = id,
                Handle = name,
                HandleKey = HandleSkeleton.Of(name),
                DisplayName = name,
                Role = role,
                Trust = TrustLevel.Member,
                JoinedAt = app.Services.GetRequiredService<TimeProvider>().GetUtcNow(),
            });
            var email = $"{name}@example.com";
            db.Accounts.Add(new Community.Members.Account
            {
                Id = id,
                Email = email,
                NormalizedEmail = email.ToUpperInvariant(),
                UserName = email,
                NormalizedUserName = email.ToUpperInvariant(),
                EmailConfirmed = true,
                SecurityStamp = stamp,
            });
            await db.SaveChangesAsync();
        }

        var guest = new Guest(app) { MemberId = id };
        guest.SignIn(app, id, stamp);
        return guest;
    }

    public async Task<(HttpStatusCode Status, string Text)> Get(string path)
    {
        using var answer = await client.GetAsync(path);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The same, with where the answer leads.</summary>
    public async Task<(HttpStatusCode Status, string Text, string? Location)> Follow(string path)
    {
        using var answer = await client.GetAsync(path);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.Location?.ToString());
    }

    /// <summary>Fills in the form of this name on a page and sends it.</summary>
    public async Task<Answer> Send(string page, string form, params (string Name, string Value)[] fields)
    {
        var text = (await Get(page)).Text;
        var hidden = Forms().Matches(text).Select(f => f.Value).FirstOrDefault(f => f.Contains($"value=\"{form}\"", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"There is no form '{form}' on {page}.");
        var values = Hidden().Matches(hidden).ToDictionary(m => m.Groups["name"].Value, m => WebUtility.HtmlDecode(m.Groups["value"].Value));
        foreach (var (name, value) in fields)
            values[name] = value;
        return await Post(page, values);
    }

    /// <summary>Sends what no page of ours offers this person, with a token of their own.</summary>
    public async Task<Answer> Force(string path, string form, params (string Name, string Value)[] fields)
    {
        var values = Hidden().Matches((await Get("/account")).Text).Where(m => m.Groups["name"].Value == "__RequestVerificationToken")
            .Take(1).ToDictionary(m => m.Groups["name"].Value, m => WebUtility.HtmlDecode(m.Groups["value"].Value));
        values["_handler"] = form;
        foreach (var (name, value) in fields)
            values[name] = value;
        return await Post(path, values);
    }

    public void Dispose() => client.Dispose();

    private async Task<Answer> Post(string path, Dictionary<string, string> values)
    {
        using var answer = await client.PostAsync(path, new FormUrlEncodedContent(values));
        return new Answer(answer.StatusCode, answer.Headers.Location?.ToString(), await answer.Content.ReadAsStringAsync());
    }

    private void SignIn(RunningApp app, long id, string stamp) =>
        cookies.Add(new Cookie(SessionCookie.Name, SessionCookie.Of(app.Services, id, stamp), "/", new Uri(app.Address).Host));

    [GeneratedRegex("<form[^>]*>.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}

/// <summary>What came back for a form.</summary>
public sealed record Answer(HttpStatusCode Status, string? Location, string Text);
