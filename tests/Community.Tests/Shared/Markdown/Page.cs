using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Community.Tests.Shared.Markdown;

/// <summary>What the renderer may ever emit, checked on the tree that a browser would build.</summary>
internal static class Page
{
    private static readonly Dictionary<string, string[]> Allowed =
        """
        p; br; hr; strong; em; del; bdi; header; label; h3; h4; h5; h6; table; thead; tbody; tr; ol start class; ul class; li class; th class; td class; code class;
        small class; pre tabindex; div class tabindex; blockquote class data-post; input type disabled checked; a class href title rel;
        img src alt title width height loading decoding referrerpolicy
        """.Split(';').Select(entry => entry.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToDictionary(entry => entry[0], entry => entry[1..]);

    public static IElement Parse(string html) => new HtmlParser().ParseDocument("<!doctype html><body>" + html).Body!;

    public static void AssertSafe(string html)
    {
        foreach (var element in Parse(html).QuerySelectorAll("*"))
        {
            Assert.True(Allowed.TryGetValue(element.LocalName, out var attributes), $"<{element.LocalName}> in {html}");
            Assert.All(element.Attributes, attribute => Assert.True(attributes!.Contains(attribute.Name), $"{element.LocalName}[{attribute.Name}] in {html}"));
            if (element.GetAttribute("href") is { } href)
                Assert.True(IsAllowed(href) || href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase), $"href {href}");
            if (element.GetAttribute("src") is { } src)
                Assert.True(IsAllowed(src), $"src {src}");
        }
    }

    // As a browser reads it: control characters and surrounding space are dropped before the scheme is looked for.
    private static bool IsAllowed(string address)
    {
        Assert.DoesNotContain(address, char.IsControl);
        return new Url(new Url("https://fans.example/t/1"), address).Scheme is "http" or "https";
    }
}
