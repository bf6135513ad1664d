using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Pages;

/// <summary>A browser for each kind of reader, kept open from page to page.</summary>
public sealed class Readers : IAsyncDisposable
{
    public static readonly ViewportSize Phone = new() { Width = 320, Height = 640 };

    private static readonly ViewportSize Desk = new() { Width = 1280, Height = 900 };
    private readonly Dictionary<Kind, Person> _open = [];

    internal sealed record Kind(Who Who, Words Words);

    internal async Task<Person> Get(Browser browser, SeededSite site, Kind kind, ColorScheme scheme, bool isNarrow)
    {
        if (!_open.TryGetValue(kind, out var person))
            _open[kind] = person = await site.Arrives(browser, kind.Who, kind.Words);
        var size = isNarrow ? Phone : Desk;
        await person.Page.SetViewportSizeAsync(size.Width, size.Height);
        await person.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        person.Visitor.TakeComplaints();
        return person;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _open.Values)
            await person.DisposeAsync();
    }
}
