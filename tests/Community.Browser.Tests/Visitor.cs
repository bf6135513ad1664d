using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Community.Browser.Tests;

/// <summary>Someone at a browser, who remembers what went wrong on the way.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<(string Text, string From)> _complaints = new();
    private readonly ConcurrentDictionary<string, bool> _pages = new();

    private Visitor(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Errors in the console (a refusal by the content security policy is one), exceptions of scripts and requests off loopback.</summary>
    public IReadOnlyCollection<string> Complaints => [.. _complaints.Where(complaint => !IsStatusOfPage(complaint)).Select(complaint => complaint.Text)];

    internal static async Task<Visitor> Arrive(IBrowser browser, BrowserNewContextOptions options)
    {
        var context = await browser.NewContextAsync(options);
        await context.AddInitScriptAsync(PageMeasures.Watch);
        var visitor = new Visitor(context, await context.NewPageAsync());
        context.Response += (_, response) =>
        {
            if (response.Headers.TryGetValue("content-type", out var type) && type.StartsWith("text/html", StringComparison.Ordinal))
                visitor._pages[response.Url] = true;
        };
        context.Console += (_, message) =>
        {
            if (message.Type == "error")
                visitor._complaints.Enqueue((message.Text, message.Location));
        };
        context.WebError += (_, error) => visitor._complaints.Enqueue((error.Error, ""));
        context.Request += (_, request) =>
        {
            if (Uri.TryCreate(request.Url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && !address.IsLoopback)
                visitor._complaints.Enqueue(($"request off loopback: {request.Url}", ""));
        };
        return visitor;
    }

    /// <summary>The complaints so far, which are forgotten.</summary>
    public IReadOnlyCollection<string> TakeComplaints()
    {
        var taken = Complaints;
        _complaints.Clear();
        return taken;
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    /// <summary>The browser also calls it an error when a page says 404 or 422; the tests ask for the status themselves.</summary>
    private bool IsStatusOfPage((string Text, string From) complaint) =>
        complaint.Text.StartsWith("Failed to load resource: the server responded with a status of ", StringComparison.Ordinal)
        && _pages.Keys.Any(page => complaint.From.StartsWith(page, StringComparison.Ordinal));
}
