using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Community.Browser.Tests;

/// <summary>Someone at a browser, who remembers what went wrong on the way.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    private Visitor(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Errors in the console (a refusal by the content security policy is one), exceptions of scripts and requests off loopback.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    internal static async Task<Visitor> Arrive(IBrowser browser, BrowserNewContextOptions options)
    {
        var context = await browser.NewContextAsync(options);
        var visitor = new Visitor(context, await context.NewPageAsync());
        context.Console += (_, message) =>
        {
            if (message.Type == "error")
                visitor._complaints.Enqueue(message.Text);
        };
        context.WebError += (_, error) => visitor._complaints.Enqueue(error.Error);
        context.Request += (_, request) =>
        {
            if (Uri.TryCreate(request.Url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && !address.IsLoopback)
                visitor._complaints.Enqueue($"request off loopback: {request.Url}");
        };
        return visitor;
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
