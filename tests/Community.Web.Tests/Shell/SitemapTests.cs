using System.Net;
using System.Xml.Linq;
using Community.Discussions;
using Community.Forums;
using Community.Shared;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Shell;

public sealed class SitemapTests(ReadingSite site) : IClassFixture<ReadingSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_index_names_pieces_that_name_every_topic_which_anybody_may_read()
    {
        var topic = await site.Topic(site.Aki, "道具の手入れ");
        var hidden = await site.Topic(site.Aki, "A topic that is hidden");
        var secret = await site.Topic(site.Moderator, "A topic of the staff", "staff-room");
        await site.Arrange(db =>
        {
            var gone = db.Topics.Single(t => t.Number == hidden.Number);
            gone.State = db.Posts.Single(p => p.DiscussionId == gone.Id && p.Number == 1).State = PostState.Hidden;
        });
        using var visitor = site.Browser();

        var pieces = await Addresses("/sitemap.xml");
        var all = new List<string>();
        foreach (var piece in pieces)
            all.AddRange(await Addresses(piece));

        Assert.Contains($"{Origin}/t/{topic.Number}/{Uri.EscapeDataString(topic.Slug)}", all);
        Assert.Contains($"{Origin}/forums/help", all);
        Assert.Contains($"{Origin}/forums/tools", all);
        Assert.DoesNotContain(all, a => a.Contains("staff", StringComparison.Ordinal) || a.Contains($"/t/{hidden.Number}/", StringComparison.Ordinal) || a.Contains($"/t/{secret.Number}/", StringComparison.Ordinal));
        foreach (var address in all)
        {
            using var answer = await visitor.GetAsync(address, Cancel);
            // The documents of the house are there once somebody set it up.
            Assert.True(answer.StatusCode == HttpStatusCode.OK || address.EndsWith("/terms", StringComparison.Ordinal) || address.EndsWith("/rules", StringComparison.Ordinal) || address.EndsWith("/privacy", StringComparison.Ordinal), address);
        }
    }

    [Fact]
    public async Task A_piece_holds_10_000_numbers()
    {
        await site.Topic(site.Aki);
        var last = SitemapPiece.Size + 1;
        await site.Arrange(db =>
        {
            var like = db.Topics.AsNoTracking().First();
            var id = like.Id + 1;
            db.Discussions.Add(new Discussion { Id = id, SubjectKind = ContentKind.Topic, Audience = Audience.Everyone });
            db.Topics.Add(new Topic { Id = id, Number = last, ForumId = 1, Title = "Far away", Slug = "far-away", AuthorId = like.AuthorId, CreatedAt = like.CreatedAt, Audience = Audience.Everyone, LastPostId = like.LastPostId, LastPostAt = like.LastPostAt, LastPosterId = like.LastPosterId });
        });
        await site.Topic(site.Aki);
        using var visitor = site.Browser();

        var pieces = await Addresses("/sitemap.xml");
        using var beyond = await visitor.GetAsync("/sitemap-topics-3.xml", Cancel);
        using var none = await visitor.GetAsync("/sitemap-topics-0.xml", Cancel);

        Assert.Contains($"{Origin}/sitemap-topics-2.xml", pieces);
        Assert.Contains($"{Origin}/t/{last}/far-away", await Addresses("/sitemap-topics-2.xml"));
        Assert.DoesNotContain($"{Origin}/t/{last}/far-away", await Addresses("/sitemap-topics-1.xml"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (beyond.StatusCode, none.StatusCode));
    }

    [Fact]
    public async Task Robots_are_told_where_it_is_and_where_nothing_is_for_them()
    {
        using var visitor = site.Browser();

        var text = await visitor.GetStringAsync("/robots.txt", Cancel);

        Assert.Contains($"\nSitemap: {Origin}/sitemap.xml\n", text, StringComparison.Ordinal);
        Assert.Contains("\nDisallow: /search\n", text, StringComparison.Ordinal);
    }

    private string Origin => site.Browser().BaseAddress!.GetLeftPart(UriPartial.Authority);

    private async Task<List<string>> Addresses(string path)
    {
        using var visitor = site.Browser();
        var root = XDocument.Parse(await visitor.GetStringAsync(path, Cancel)).Root!;
        return [.. root.Descendants(root.Name.Namespace + "loc").Select(l => l.Value)];
    }
}
