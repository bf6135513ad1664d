using System.Linq.Expressions;
using System.Text.Json;
using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Community.Data;
using Community.Members;
using Community.Shared;
using Community.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: Xunit.AssemblyFixture(typeof(SeededSite))]

namespace Community.Browser.Tests.Seeded;

/// <summary>One running app with people and topics in it, for every test that leaves it as it is or only adds to it.</summary>
public sealed class SeededSite : IAsyncLifetime
{
    private readonly RunningApp _app = new()
    {
        Settings =
        [
            // As it is served outside development: compressed.
            "--ReloadStaticAssetsAtRuntime=false",
            // Many tests come from one address, and none of them can wait.
            "--Community:Limits:SignInsPerMinute=1000000", "--Community:Limits:SignInsPerHour=1000000", "--Community:Limits:RegistrationsPerHour=1000000",
            "--Community:Limits:MailRequestsPerHour=1000000", "--Community:Limits:PostInterval=00:00:00", "--Community:Limits:TopicInterval=00:00:00",
        ],
    };

    /// <summary>The numbers and addresses of what is there.</summary>
    internal Places Places { get; private set; } = new();

    public string Address => _app.Address;

    internal IServiceProvider Services => _app.Services;

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        Places = await new Seed(_app.Services).Run();
    }

    /// <summary>A browser in which this person is signed in.</summary>
    internal async Task<Person> Arrives(Browser browser, Who who, Words words, BrowserNewContextOptions? options = null) =>
        await Arrives(browser, words, options, who == Who.Visitor ? null : await Session(a => a.Email == Seed.EmailOf(who)));

    /// <summary>A browser in which somebody who <see cref="Joins"/> is signed in.</summary>
    internal async Task<Person> Arrives(Browser browser, Actor actor, Words words, bool hasScript = true) =>
        await Arrives(browser, words, hasScript ? null : new() { JavaScriptEnabled = false }, await Session(a => a.Id == actor.MemberId));

    /// <summary>A member for one test alone: what it drafts and reads meets nobody else's.</summary>
    internal Task<Actor> Joins(string handle) => new Seed(Services).Joins(handle);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<Person> Arrives(Browser browser, Words words, BrowserNewContextOptions? options, string? session)
    {
        options ??= new() { ViewportSize = new() { Width = 1280, Height = 900 } };
        options.Locale = words.Locale;
        options.StorageState = session;
        return new(await browser.Visit(options), Address, words);
    }

    private async Task<string> Session(Expression<Func<Account, bool>> whose)
    {
        var account = await Services.GetRequiredService<CommunityData>().Read(db => db.Accounts.AsNoTracking().SingleAsync(whose));
        var cookie = new
        {
            name = SessionCookie.Name,
            value = SessionCookie.Of(Services, account.Id, account.SecurityStamp!),
            domain = new Uri(Address).Host,
            path = "/",
            expires = -1,
            httpOnly = true,
            secure = false,
            sameSite = "Lax",
        };
        return JsonSerializer.Serialize(new { cookies = new[] { cookie }, origins = Array.Empty<object>() });
    }
}
