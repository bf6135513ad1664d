using System.Xml.Linq;
using Community.Web.Tests.Support;

namespace Community.Web.Tests.Shell.Feeds;

/// <summary>Texts that no form lets in, but another program may have put into the database.</summary>
public sealed class FeedXmlTests(ReadingSite site) : IClassFixture<ReadingSite>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("\u0001\u001B[31m")]
    [InlineData("\uFFFE\uFFFF")]
    [InlineData("\uD83D")]
    [InlineData("\uDE00")]
    [InlineData("]]> <![CDATA[ & </content> &#x1;")]
    public async Task What_XML_cannot_carry_breaks_no_feed(string bad)
    {
        var topic = await site.Topic(site.Aki);
        await site.Arrange(db =>
        {
            var post = db.Posts.Single(p => p.Number == 1 && db.Topics.Any(t => t.Number == topic.Number && t.Id == p.DiscussionId));
            post.Html = $"<p>before{bad}😀 after</p>";
            db.Topics.Single(t => t.Number == topic.Number).Title = $"A title with{bad}in it";
        });

        using var visitor = site.Browser();

        var entry = XDocument.Parse(await visitor.GetStringAsync($"/feeds/topics/{topic.Number}.atom", TestContext.Current.CancellationToken)).Root!.Element(Atom + "entry")!;

        Assert.StartsWith("A title with", entry.Element(Atom + "title")!.Value, StringComparison.Ordinal);
        Assert.Contains("😀 after", entry.Element(Atom + "content")!.Value, StringComparison.Ordinal);
    }
}
