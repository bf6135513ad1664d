using Community.Shared.Markdown;

namespace Community.Tests.Shared.Markdown;

public sealed class MarkdownLinkTests
{
    private const string Rel = "rel=\"nofollow ugc noopener\"";

    private static readonly MarkdownOptions Options = MarkdownOptions.Post with { SiteHosts = new HashSet<string> { "fans.example" } };

    private static string Html(string source, MarkdownOptions? options = null) => MarkdownRenderer.Render(source, options ?? Options).Html.Trim();

    [Theory]
    [InlineData("[a](https://x.example/y)", $"<p><a href=\"https://x.example/y\" {Rel}>a</a></p>")]
    [InlineData("[a](//x.example/y)", $"<p><a href=\"https://x.example/y\" {Rel}>a</a></p>")]
    [InlineData("[a](https://fans.example/t/1)", "<p><a href=\"https://fans.example/t/1\">a</a></p>")]
    [InlineData("[a](/t/1 \"b\")", "<p><a href=\"/t/1\" title=\"b\">a</a></p>")]
    [InlineData("[a](#b)", "<p><a href=\"#b\">a</a></p>")]
    [InlineData("<me@x.example>", "<p><a href=\"mailto:me@x.example\">me@x.example</a></p>")]
    public void Allowed_addresses_are_links(string source, string expected) => Assert.Equal(expected, Html(source));

    [Theory]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](JaVa&#115;cript:alert(1))")]
    [InlineData("[a](data:text/html;base64,xx)")]
    [InlineData("[a](vbscript:x)")]
    [InlineData("[a](file:///etc/passwd)")]
    [InlineData("[a](&#1;javascript:x)")]
    [InlineData("[a](http:x.example)")]
    [InlineData("[a](https:///x.example)")]
    [InlineData("[a](</\\\\x.example>)")]
    [InlineData("[a](<https://x.example\\\\@fans.example/>)")]
    [InlineData("[a](https://%65vil.example)")]
    [InlineData("![a](javascript:x)")]
    [InlineData("![a](/account/logout)")]
    [InlineData("![a](https://fans.example/account/logout)")]
    [InlineData("![a](/media/../account/logout)")]
    [InlineData("![a](/media/%2E%2e/account/logout)")]
    [InlineData("![a](mailto:a@b.c)")]
    [InlineData("![a](upload://abc.png)")]
    public void Refused_addresses_leave_their_words(string source) => Assert.Equal("<p>a</p>", Html(source));

    [Fact]
    public void Words_that_name_another_host_get_the_real_one_beside_them()
    {
        Assert.Contains("www.bank.example</a> <small class=\"host\">(<bdi>evil.example</bdi>)</small>", Html("[www.bank.example](https://evil.example)"), StringComparison.Ordinal);
        Assert.Contains("(<bdi>evil.example</bdi>)", Html("[see https://bank.example/login](https://evil.example)"), StringComparison.Ordinal);
        Assert.Contains("(<bdi>evil.example</bdi>)", Html("[ｂａｎｋ.example](https://evil.example)"), StringComparison.Ordinal);
        Assert.Contains("(<bdi>evil.example</bdi>)", Html("[a](https://bank.example@evil.example)"), StringComparison.Ordinal);
        Assert.DoesNotContain("<small", Html("[www.bank.example](https://bank.example/x)"), StringComparison.Ordinal);
        Assert.DoesNotContain("<small", Html("[bank.example](https://www.bank.example/x)"), StringComparison.Ordinal);
        Assert.DoesNotContain("<small", Html("[the manual, 2.5 pages](https://evil.example)"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://日本語.jp/", "https://日本語.jp/")]
    [InlineData("https://аpple.example/", "https://xn--pple-43d.example/")]
    [InlineData("https://аррӏе.example/", "https://xn--80ak6aa92e.example/")]
    [InlineData("https://bücher.example/", "https://bücher.example/")]
    public void Hosts_of_mixed_letters_are_shown_in_punycode(string source, string shown) =>
        Assert.Contains($">{shown}</a>", Html(source), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://x.example/a_b_c.", "https://x.example/a_b_c")]
    [InlineData("詳細はhttps://x.example/a?b=1を見て", "https://x.example/a?b=1")]
    [InlineData("https://x.exampleを見て", "https://x.example")]
    [InlineData("「https://x.example/a」です", "https://x.example/a")]
    [InlineData("https://ja.x.example/wiki/日本、", "https://ja.x.example/wiki/日本")]
    [InlineData("(https://x.example/a_(b))", "https://x.example/a_(b)")]
    [InlineData("**https://x.example**", "https://x.example")]
    [InlineData("HTTPS://x.example/a&amp;", "HTTPS://x.example/a")]
    [InlineData("www.x.example, b", "www.x.example")]
    [InlineData("x https://localhost:5000/a", "https://localhost:5000/a")]
    public void Bare_addresses_end_where_the_sentence_goes_on(string source, string shown) =>
        Assert.Contains($">{shown}</a>", Html(source), StringComparison.Ordinal);

    [Theory]
    [InlineData("xhttps://x.example")]
    [InlineData("https://")]
    [InlineData("www.")]
    [InlineData("https://nodot")]
    [InlineData("ftp://x.example")]
    [InlineData("me@x.example")]
    public void What_is_no_address_stays_text(string source) => Assert.Equal($"<p>{source}</p>", Html(source));

    [Fact]
    public void A_link_holds_no_second_link()
    {
        Assert.Equal($"<p><a href=\"https://a.example\" {Rel}>https://a.example</a></p>", Html("[https://a.example](https://a.example)"));
        Assert.Equal(1, Html("[![a](https://i.example/x.png)](https://a.example)", Options with { ImagesAsLinks = true }).Split("<a ").Length - 1);
    }

    [Fact]
    public void Images_load_late_and_tell_nobody_who_looks()
    {
        var html = Html("![cat|690x500, 50%](https://i.example/x.png)");

        Assert.Equal("<p><img src=\"https://i.example/x.png\" alt=\"cat\" width=\"345\" height=\"250\" loading=\"lazy\" decoding=\"async\" referrerpolicy=\"no-referrer\"></p>", html);
    }

    [Fact]
    public void Images_of_new_members_are_links() =>
        Assert.Equal($"<p><a href=\"https://i.example/x.png\" {Rel}>cat</a></p>", Html("![cat](https://i.example/x.png)", Options with { ImagesAsLinks = true }));

    [Fact]
    public void Links_are_listed()
    {
        var rendered = MarkdownRenderer.Render("[a](https://X.example/y) https://fans.example/t/1 [m](mailto:a@b.c)", Options);

        Assert.Equal(
            [
                new RenderedLink("https://X.example/y", "a", "x.example", true),
                new RenderedLink("https://fans.example/t/1", "https://fans.example/t/1", "fans.example", false),
                new RenderedLink("mailto:a@b.c", "m", null, false),
            ],
            rendered.Links);
    }
}
