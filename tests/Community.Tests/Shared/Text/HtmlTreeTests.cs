using Community.Shared;
using Community.Shared.Markdown;
using Community.Tests.Shared.Markdown;

namespace Community.Tests.Shared.Text;

/// <summary>What real posts seldom hold, and what was made to break out.</summary>
public sealed class HtmlTreeTests
{
    [Theory]
    [InlineData("<ul><li><p>a</p><pre><code>x\n  y\n\n z\n</code></pre></li><li><p>b</p></li></ul>")]
    [InlineData("<ol><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ol><p>e</p>")]
    [InlineData("<blockquote><pre><code>a\n\nb</code></pre><ul><li>c</li></ul><blockquote><p>d</p></blockquote></blockquote>")]
    [InlineData("<h2>See <a href=\"https://x.example/\">this</a> <code>a|b</code></h2><h1>#1 #</h1><h3>C#</h3>")]
    [InlineData("<p>word<em>mid</em>word <strong><em>both</em></strong> <em>a</em><strong>b</strong></p>")]
    [InlineData("<pre><code>\tindent\n```\n~~~~\n</code></pre>")]
    [InlineData("<blockquote><p>a</p></blockquote><blockquote><p>b</p></blockquote>")]
    [InlineData("<ul><li>a</li></ul><ul><li>b</li></ul><ul><li>c</li></ul><ol><li>d</li></ol><ol><li>e</li></ol><ol><li>f</li></ol>")]
    [InlineData("<ul><li><blockquote><p>q</p></blockquote></li><li></li><li>b<pre><code>c</code></pre>d</li></ul>")]
    [InlineData("<ol start=\"5\"><li>a</li></ol><hr><ol><li><p>b</p><ul><li>c</li></ul></li></ol>")]
    [InlineData("<p><a href=\"https://x.example/a_b*c\">text <code>code</code> <em>em</em> [x]</a> <a href=\"https://x.example/\"><strong>b</strong></a></p>")]
    [InlineData("<p><code> a </code> <code>``</code> <code>`b`</code> <code>c\\</code> <code>&lt;d&gt;&amp;amp;</code> x<code>y</code>z</p>")]
    [InlineData("<p>1986. A year</p><p>+ plus</p><p>===</p><p>a<br>---</p><p>a<br>===</p><p>- x<br>* y</p><p>12) z</p>")]
    [InlineData("<p>| a | b |<br>| --- | --- |<br>| c | d |</p>")]
    [InlineData("<p>```</p><p>~~~</p><p>[x]: http:/a</p><p>![a](b) [a](javascript:b)</p><p>a\\</p><p>    four</p>")]
    [InlineData("<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; &amp;copy; &amp;#60; &lt;!-- x --&gt; &lt;https://no&gt;</p>")]
    [InlineData("<p>[quote=\"a, post:1\"]</p><p>no</p><p>[/quote] [quote=5] @ann :smile: ~~s~~ a@b</p>")]
    [InlineData("<ul><li><a href=\"https://x.example/\"><img src=\"https://x.example/i.png\" alt=\"a [b] *c*\"></a> t</li></ul>")]
    [InlineData("<div><div><p>a</p></div><ul><li><div>b</div></li></ul></div>c<p></p><span><p>d</p></span>")]
    [InlineData("<p>日本語の<strong>「強調」</strong>です。<em>（斜体）</em>も</p>")]
    [InlineData("<dl><dt>a</dt><dd>b</dd></dl><p>x<sup>2</sup> H<sub>2</sub>O <kbd>c</kbd></p>")]
    [InlineData("<p>a <em> b </em> c<em></em> <strong>d<br>e</strong></p>")]
    public void A_post_keeps_its_words_and_its_tree(string html)
    {
        var source = Page.Parse(html.Replace("<kbd>", "<code>", StringComparison.Ordinal).Replace("</kbd>", "</code>", StringComparison.Ordinal));
        var markdown = HtmlToMarkdown.Convert(html);
        var ours = Page.Parse(MarkdownRenderer.Render(markdown, MarkdownOptions.Post).Html);

        Assert.True((HtmlTree.Words(source), HtmlTree.Tree(source)) == (HtmlTree.Words(ours), HtmlTree.Tree(ours)), $"{markdown}\n{HtmlTree.Words(ours)}\n{HtmlTree.Words(source)}\n{HtmlTree.Tree(ours)}\n{HtmlTree.Tree(source)}");
    }
}
