using Community.Shared.Markdown;

namespace Community.Tests.Shared.Markdown;

public sealed class MarkdownDialectTests
{
    private static readonly MarkdownOptions Known = (MarkdownOptions.Post with { SiteHosts = new HashSet<string> { "fans.example" } }).WithHandles(["aki", "Yukari_K", "mori-san"]);

    private static string Html(string source, MarkdownOptions? options = null) => MarkdownRenderer.Render(source, options ?? Known).Html.Trim();

    [Theory]
    [InlineData("a\nb", "<p>a<br />\nb</p>")]
    [InlineData("<b onclick=x>a</b>", "<p>&lt;b onclick=x&gt;a&lt;/b&gt;</p>")]
    [InlineData("~~a~~ 10~20", "<p><del>a</del> 10~20</p>")]
    [InlineData("**テスト（注）**です", "<p><strong>テスト（注）</strong>です</p>")]
    [InlineData("楽しい:smile:です :nope: 10:30:45", "<p>楽しい😄です :nope: 10:30:45</p>")]
    [InlineData("```c++\na < b\n```", "<pre tabindex=\"0\"><code class=\"language-c++\">a &lt; b\n</code></pre>")]
    [InlineData("```a\"b\nx\n```", "<pre tabindex=\"0\"><code>x\n</code></pre>")]
    [InlineData("1. a\n5. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>")]
    public void Text_is_shown_as_forum_users_expect(string source, string expected) => Assert.Equal(expected, Html(source));

    [Theory]
    [InlineData("# a", 3, "<h3>a</h3>")]
    [InlineData("### a", 3, "<h3>a</h3>")]
    [InlineData("# a\n## b\n#### c\n# d\n### e", 3, "<h3>a</h3>\n<h4>b</h4>\n<h5>c</h5>\n<h3>d</h3>\n<h4>e</h4>")]
    [InlineData("## a\n## b\n#### c\n## d", 2, "<h2>a</h2>\n<h2>b</h2>\n<h3>c</h3>\n<h2>d</h2>")]
    [InlineData("### a\n## b\n### c", 3, "<h3>a</h3>\n<h3>b</h3>\n<h4>c</h4>")]
    [InlineData("# a\n## b\n### c\n#### d\n##### e", 3, "<h3>a</h3>\n<h4>b</h4>\n<h5>c</h5>\n<h6>d</h6>\n<h6>e</h6>")]
    [InlineData("a\n===", 2, "<h2>a</h2>")]
    public void Headings_start_below_those_of_the_page_and_skip_no_level(string source, int top, string expected) =>
        Assert.Equal(expected, Html(source, Known with { TopHeading = top }));

    [Fact]
    public void Tables_scroll_and_align_without_styles()
    {
        var html = Html("|a|b|c|\n|-|:-:|-:|\n|1|2|3|");

        Assert.StartsWith("<div class=\"scroll\" tabindex=\"0\">\n<table>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"center\">2</td>\n<td class=\"end\">3</td>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Boxes_of_a_task_list_are_labelled_by_their_words()
    {
        var html = Html("- [x] tent\n- [ ] stove\n- see a[ ] b");

        Assert.Contains("<ul class=\"tasks\">", html, StringComparison.Ordinal);
        Assert.Contains("<li class=\"task\"><label><input type=\"checkbox\" disabled checked> tent</label></li>", html, StringComparison.Ordinal);
        Assert.Contains("<li>see a[ ] b</li>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@aki hi", "<p><a class=\"mention\" href=\"/members/aki\">@aki</a> hi</p>", "aki")]
    [InlineData("ねえ@AKIさん、@yukari_k。", "<p>ねえ<a class=\"mention\" href=\"/members/aki\">@aki</a>さん、<a class=\"mention\" href=\"/members/Yukari_K\">@Yukari_K</a>。</p>", "aki,Yukari_K")]
    [InlineData("@aki- and @mori-san", "<p><a class=\"mention\" href=\"/members/aki\">@aki</a>- and <a class=\"mention\" href=\"/members/mori-san\">@mori-san</a></p>", "aki,mori-san")]
    [InlineData("@nobody me@aki.example x/@aki", "<p>@nobody me@aki.example x/@aki</p>", "")]
    [InlineData("`@aki`", "<p><code>@aki</code></p>", "")]
    [InlineData("@akiakiakiakiakiakiakiaki", "<p>@akiakiakiakiakiakiakiaki</p>", "")]
    [InlineData("[@aki](/x)", "<p><a href=\"/x\">@aki</a></p>", "")]
    [InlineData("\\@aki", "<p>@aki</p>", "")]
    public void Mentions_reach_members_who_exist(string source, string expected, string mentions)
    {
        var rendered = MarkdownRenderer.Render(source, Known);

        Assert.Equal(expected, rendered.Html.Trim());
        Assert.Equal(mentions, string.Join(',', rendered.Mentions));
    }

    [Fact]
    public void A_mention_inside_a_quote_is_a_link_but_calls_nobody()
    {
        var rendered = MarkdownRenderer.Render("> @aki\n\n[quote=7]\n@mori-san\n[/quote]\n\n@yukari_k", Known);

        Assert.Equal(["Yukari_K"], rendered.Mentions);
        Assert.Contains("/members/aki", rendered.Html, StringComparison.Ordinal);
        Assert.Contains("/members/mori-san", rendered.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void References_are_found_before_anybody_is_looked_up()
    {
        var references = MarkdownRenderer.FindReferences("@aki `@no` @someone-\n\n[quote=\"Rin, post:2, topic:9\"]\n@quoted\n[/quote]");

        Assert.Equal(["aki", "someone-", "someone"], references.Handles);
        Assert.Equal(new QuoteSource(null, "Rin", 2, 9), Assert.Single(references.Quotes));
    }

    [Fact]
    public void Plain_text_is_what_the_author_said()
    {
        var rendered = MarkdownRenderer.Render("## Hi **you**\n\n[quote=7]\nold\n[/quote]\n\nsee [this](/a) :tada: &amp; ![cat](/media/1)\n\n    code\n", Known);

        Assert.Equal("Hi you\nsee this 🎉 & cat\ncode", rendered.PlainText);
        Assert.Equal(new RenderedHeading(3, "Hi you"), Assert.Single(rendered.Headings));
        Assert.Equal(new RenderedImage("/media/1", "cat", false), Assert.Single(rendered.Images));
    }
}
