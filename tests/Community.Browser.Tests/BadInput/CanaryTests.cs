namespace Community.Browser.Tests.BadInput;

/// <summary>That <see cref="NothingRunsTests"/> can fail: what should never stand on a page is tried on pages of the test's own.</summary>
public sealed class CanaryTests(Browser browser)
{
    public static readonly TheoryData<string, string> Bad = new()
    {
        { "<script>alert(1)</script>", "ran: alert" },
        { "<img src=x onerror=confirm(1)>", "handler: <img" },
        { "<a href='javascript:print()'>here</a>", "scheme: <a" },
        { "<iframe srcdoc='<p>in</p>'></iframe>", "srcdoc: <iframe" },
        { "<script src='http://192.0.2.1/x.js'></script>", "script: <script" },
        { "<script>fetch('http://192.0.2.1/').catch(() => 0)</script>", "request off loopback: http://192.0.2.1/" },
        { "<link rel=stylesheet href='http://192.0.2.1/x.css'>", "request off loopback: http://192.0.2.1/x.css" },
        { "<div class=body><p style='position:fixed'>over all</p></div>", "style: <p" },
        { "<div class=body><form action=/><button>Go</button></form></div>", "in a text: <form" },
        { "<script>throw new Error('loose')</script>", "loose" },
        { "<script>location = '/elsewhere'</script>", "moved: " },
        { "<meta http-equiv=Content-Security-Policy content=\"img-src 'none'\"><img src=/x.png>", "refused: img-src" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task What_runs_is_noticed(string html, string sign)
    {
        await using var site = await StaticSite.Serve($"<!DOCTYPE html><html lang=\"en\"><title>Bad</title>{html}</html>");
        await using var visitor = await browser.Visit();
        var canary = await Canary.Watches(visitor);

        var found = await canary.Sees(site.Address + "/");

        Assert.Contains(found, what => what.Contains(sign, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_only_stands_there_is_well()
    {
        await using var site = await StaticSite.Serve("<!DOCTYPE html><html lang=\"en\"><title>Good</title><div class=body><p><a href=/>home</a> &lt;script&gt;alert(1)&lt;/script&gt; <img src=http://192.0.2.1/x.png></p></div></html>");
        await using var visitor = await browser.Visit();
        var canary = await Canary.Watches(visitor);

        Assert.Empty(await canary.Sees(site.Address + "/"));
    }
}
