using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Community.Testing;
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
            // Many tests come from one address, and none of them can wait.
            "--Community:Limits:SignInsPerMinute=1000000", "--Community:Limits:SignInsPerHour=1000000", "--Community:Limits:RegistrationsPerHour=1000000",
            "--Community:Limits:MailRequestsPerHour=1000000", "--Community:Limits:PostInterval=00:00:00", "--Community:Limits:TopicInterval=00:00:00",
        ],
    };

    private readonly Dictionary<Who, Lazy<Task<string>>> _memories = [];
    private Browser? _browser;

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
    internal async Task<Person> Arrives(Browser browser, Who who, Words words, BrowserNewContextOptions? options = null)
    {
        options ??= new() { ViewportSize = new() { Width = 1280, Height = 900 } };
        options.Locale = words.Locale;
        if (who != Who.Visitor)
            options.StorageState = await Memory(browser, who);
        return new(await browser.Visit(options), Address, words);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Everybody signs in once, as people do.</summary>
    private Task<string> Memory(Browser browser, Who who)
    {
        lock (_memories)
        {
            _browser ??= browser;
            if (!_memories.TryGetValue(who, out var memory))
                _memories[who] = memory = new(() => SignIn(who));
            return memory.Value;
        }
    }

    private async Task<string> SignIn(Who who)
    {
        await using var person = new Person(await _browser!.Visit(), Address, Words.English);
        await person.SignsIn(Seed.EmailOf(who));
        return await person.Visitor.Memory();
    }
}
