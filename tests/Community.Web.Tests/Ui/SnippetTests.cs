using Community.Web.Ui;

namespace Community.Web.Tests.Ui;

public sealed class SnippetTests
{
    [Theory]
    [InlineData("Oil the hinge", 40, "Oil the hinge")]
    [InlineData("Oil the hinge twice a year", 16, "Oil the hinge…")]
    [InlineData("Oil the hinge twice a year", 19, "Oil the hinge twice…")]
    [InlineData("Oil the hinge twice a year", 20, "Oil the hinge twice…")]
    [InlineData("年に二回、ヒンジに油を差しています。", 8, "年に二回、ヒンジ…")]
    [InlineData("畳むのは Furoshiki が楽です", 9, "畳むのは…")]
    [InlineData("畳むのはFuroshikiが楽です", 9, "畳むのは…")]
    [InlineData("https://example.com/a-word-without-an-end", 20, "https://example.com/…")]
    [InlineData("before the <em>season</em>. <a href=\"/x\">More</a>, <code>soon</code>!</p><p>And<br>later", 60, "before the season. More, soon! And later")]
    public void A_snippet_ends_with_a_whole_word_where_words_have_blanks(string text, int length, string expected) =>
        Assert.Equal(expected, Snippet.Of($"<p>{text}</p>", length));
}
