using Community.Shared.Markdown;

namespace Community.Tests.Shared.Markdown;

public sealed class MarkdownQuoteTests
{
    private static string Html(string source) => MarkdownRenderer.Render(source, MarkdownOptions.Post).Html.ReplaceLineEndings("").Trim();

    [Fact]
    public void A_quote_by_id_links_to_the_post_under_the_name_of_today()
    {
        var options = MarkdownOptions.Post with { FindQuoted = from => from.PostId == 42 ? new QuotedPost(42, "<Rin>") : null };

        var rendered = MarkdownRenderer.Render("[quote=42]\nhello **you**\n[/quote]\nthanks", options);

        Assert.Equal(
            "<blockquote class=\"quote\" data-post=\"42\"><header><a href=\"/p/42\"><bdi>&lt;Rin&gt;</bdi></a></header>\n<p>hello <strong>you</strong></p>\n</blockquote>\n<p>thanks</p>\n",
            rendered.Html);
        Assert.Equal([42L], rendered.QuotedPostIds);
    }

    [Fact]
    public void A_Discourse_quote_is_looked_up_by_topic_and_number()
    {
        var options = MarkdownOptions.Post with { FindQuoted = from => from is { TopicNumber: 345, PostNumber: 12 } ? new QuotedPost(7, from.Name!) : null };

        var rendered = MarkdownRenderer.Render("[quote=\"Rin, post:12, topic:345, full:true\"]a[/quote]", options);

        Assert.Equal([7L], rendered.QuotedPostIds);
        Assert.Contains("<a href=\"/p/7\"><bdi>Rin</bdi></a>", rendered.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[quote=\"Rin, post:1, topic:2\"]a[/quote]b", "<blockquote class=\"quote\"><header><bdi>Rin</bdi></header><p>a</p></blockquote><p>b</p>")]
    [InlineData("[quote]a[quote=\"Rin\"]b[/quote][/quote]", "<blockquote class=\"quote\"><p>a[quote=&quot;Rin&quot;]b</p></blockquote><p>[/quote]</p>")]
    [InlineData("[quote][quote=\"Rin\"]b[/quote]a[/quote]c", "<blockquote class=\"quote\"><blockquote class=\"quote\"><header><bdi>Rin</bdi></header><p>b</p></blockquote><p>a</p></blockquote><p>c</p>")]
    [InlineData("text\n[quote]\n- a\n- b\n\n```\n[/quote]\n```\n[/quote]", "<p>text</p><blockquote class=\"quote\"><ul><li>a</li><li>b</li></ul><pre tabindex=\"0\"><code>[/quote]</code></pre></blockquote>")]
    [InlineData("> [quote]\n> a\n> [/quote]\n> b", "<blockquote><blockquote class=\"quote\"><p>a</p></blockquote><p>b</p></blockquote>")]
    [InlineData("> [quote]a[/quote]b", "<blockquote><blockquote class=\"quote\"><p>a</p></blockquote><p>b</p></blockquote>")]
    [InlineData("[quote]\n    code\n[/quote]", "<blockquote class=\"quote\"><pre tabindex=\"0\"><code>code</code></pre></blockquote>")]
    public void Quotes_hold_blocks(string source, string expected) => Assert.Equal(expected, Html(source));

    [Theory]
    [InlineData("[quote]never closed")]
    [InlineData("closed [/quote] only")]
    [InlineData("[quote=rin]x[/quote]")]
    [InlineData("[quote=0]x[/quote]")]
    [InlineData("[quote=99999999999999999999]x[/quote]")]
    [InlineData("`[quote]` x `[/quote]`")]
    [InlineData("in [quote]the middle[/quote]")]
    public void Unknown_forms_stay_text(string source)
    {
        var rendered = MarkdownRenderer.Render(source, MarkdownOptions.Post);

        Assert.DoesNotContain("<blockquote", rendered.Html, StringComparison.Ordinal);
        Assert.Equal(source.Replace("`", ""), rendered.PlainText);
    }

    [Fact]
    public void An_unfinished_quote_does_not_swallow_the_next_one()
    {
        var html = Html("[quote=1]\n\n> [quote=2]a[/quote]\n\nb");

        Assert.Equal("<blockquote class=\"quote\" data-post=\"1\"><header><a href=\"/p/1\"><bdi>/p/1</bdi></a></header></blockquote><blockquote><blockquote class=\"quote\" data-post=\"2\"><header><a href=\"/p/2\"><bdi>/p/2</bdi></a></header><p>a</p></blockquote></blockquote><p>b</p>", html);
    }

    [Theory]
    [InlineData("[quote=1]never closed", "<blockquote class=\"quote\" data-post=\"1\"><header><a href=\"/p/1\"><bdi>/p/1</bdi></a></header><p>never closed</p></blockquote>")]
    [InlineData("[quote=1]\na\nb\n\nc", "<blockquote class=\"quote\" data-post=\"1\"><header><a href=\"/p/1\"><bdi>/p/1</bdi></a></header><p>a<br />b</p></blockquote><p>c</p>")]
    [InlineData("[quote=1]\na\n[quote=2]\nb", "<blockquote class=\"quote\" data-post=\"1\"><header><a href=\"/p/1\"><bdi>/p/1</bdi></a></header><p>a</p></blockquote><blockquote class=\"quote\" data-post=\"2\"><header><a href=\"/p/2\"><bdi>/p/2</bdi></a></header><p>b</p></blockquote>")]
    [InlineData("[quote=1]\na\n[quote=2]\nb\n\nc\n[/quote]\nd\n\ne", "<blockquote class=\"quote\" data-post=\"1\"><header><a href=\"/p/1\"><bdi>/p/1</bdi></a></header><p>a</p><blockquote class=\"quote\" data-post=\"2\"><header><a href=\"/p/2\"><bdi>/p/2</bdi></a></header><p>b</p><p>c</p></blockquote><p>d</p></blockquote><p>e</p>")]
    [InlineData("> [quote=1]\n> a\n>\n> b\n\nc", "<blockquote><blockquote class=\"quote\" data-post=\"1\"><header><a href=\"/p/1\"><bdi>/p/1</bdi></a></header><p>a</p></blockquote><p>b</p></blockquote><p>c</p>")]
    [InlineData("[quote=1]\n```\na\n\nb\n```\n\nc", "<blockquote class=\"quote\" data-post=\"1\"><header><a href=\"/p/1\"><bdi>/p/1</bdi></a></header><pre tabindex=\"0\"><code>ab</code></pre></blockquote><p>c</p>")]
    [InlineData("[quote=\"Rin\"]a\n\nb", "<blockquote class=\"quote\"><header><bdi>Rin</bdi></header><p>a</p></blockquote><p>b</p>")]
    [InlineData("[quote=1][quote=2]a", "<blockquote class=\"quote\" data-post=\"1\"><header><a href=\"/p/1\"><bdi>/p/1</bdi></a></header></blockquote><blockquote class=\"quote\" data-post=\"2\"><header><a href=\"/p/2\"><bdi>/p/2</bdi></a></header><p>a</p></blockquote>")]
    public void A_quote_whose_end_was_forgotten_ends_with_its_paragraph(string source, string expected) => Assert.Equal(expected, Html(source));

    [Theory]
    [InlineData("[quote=1](https://example.com)", "quote=1")]
    [InlineData("    [quote=1]code", "[quote=1]code")]
    [InlineData("```\n[quote=1]code\n```", "[quote=1]code")]
    public void A_link_and_code_are_no_forgotten_quote(string source, string text)
    {
        var rendered = MarkdownRenderer.Render(source, MarkdownOptions.Post);

        Assert.Equal((text, 0), (rendered.PlainText, rendered.QuotedPostIds.Count));
    }
}
