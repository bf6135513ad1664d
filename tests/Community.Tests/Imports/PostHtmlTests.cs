using Community.Imports;

namespace Community.Tests.Imports;

public sealed class PostHtmlTests
{
    private const int Many = PostHtml.MaxDepth + 1;

    [Theory]
    [InlineData("<div><!-- </div> -->")]
    [InlineData("<div><!--></div-->")]
    [InlineData("<div><!--a--!><div><!-- --></div>")]
    [InlineData("<div title='</div>'>")]
    [InlineData("<div title=\"</div>\">")]
    [InlineData("<div a=b title = '></div>'>")]
    [InlineData("<div><? </div>")]
    [InlineData("<div><! </div>")]
    [InlineData("<div></ </div>")]
    [InlineData("<div><object></div></object>")]
    [InlineData("<div><style></div></style>")]
    [InlineData("<b><textarea><!--</textarea><b>-->")]
    [InlineData("<svg><g><![CDATA[></g></svg>]]>")]
    [InlineData("<svg><path>")]
    [InlineData("<svg><path d= /></svg>")]
    public void Nothing_hides_how_deep_it_is(string html) => Assert.True(PostHtml.IsTooDeep(string.Concat(Enumerable.Repeat(html, Many))));

    [Theory]
    [InlineData("<!-- <div> -->")]
    [InlineData("<!--><p>-->")]
    [InlineData("<a title='<div>'>a</a>")]
    [InlineData("<a title=\"a > b <div>\" href=x>a</a>")]
    [InlineData("<a x=y\"z>a</a>")]
    [InlineData("<svg class=\"icon\"><use href=\"#x\"></use><path d=\"M0\"></path></svg>")]
    [InlineData("<iframe src='/x'></iframe>")]
    [InlineData("1 < 2 <3 <")]
    [InlineData("<ul><li><b>a</b><li>b</ul><p>c<br/>")]
    public void What_only_looks_deep_is_not(string html) => Assert.False(PostHtml.IsTooDeep(string.Concat(Enumerable.Repeat(html, Many))));

    [Theory]
    [InlineData("<div")]
    [InlineData("<div a='")]
    [InlineData("<!--")]
    [InlineData("<![CDATA[")]
    [InlineData("</")]
    [InlineData("<div a=")]
    public void It_may_end_anywhere(string html) => Assert.False(PostHtml.IsTooDeep(html));
}
