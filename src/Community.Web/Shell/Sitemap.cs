using System.Xml;
using Community.Discussions;
using Community.Forums;
using Community.Ideas;
using Community.Ideas.Boards;
using Community.Shared;
using Community.Web.Ui;

namespace Community.Web.Shell;

/// <summary>What search engines may find: an index, the pages of the house, and topics and ideas in pieces. The pages of one lead on to each other.</summary>
internal sealed class Sitemap(ListSitemap topics, ListForums forums, ListIdeaSitemap ideas, ListBoards boards)
{
    public const string ContentType = "application/xml; charset=utf-8";

    private const string Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

    // The most of them in one piece, as with topics.
    private const int MostPlaces = SitemapPiece.Size - 20;

    private static readonly string[] House = [Links.Home, Links.Forums, Links.Ideas, Links.Roadmap, Links.ShippedIdeas, Links.Rules, Links.Terms, Links.Privacy, Links.Api, Links.Problems];

    public async Task<byte[]> Index(string site, CancellationToken cancel)
    {
        var ofTopics = Enumerable.Range(1, await topics.Pieces(cancel)).Select(Links.SitemapOfTopics);
        var ofIdeas = Enumerable.Range(1, await ideas.Pieces(cancel)).Select(Links.SitemapOfIdeas);
        string[] addresses = [Links.SitemapOfPages, .. ofTopics, .. ofIdeas];
        return Write("sitemapindex", "sitemap", site, addresses.Select(address => (address, (DateTimeOffset?)null)));
    }

    public async Task<byte[]> Pages(string site, CancellationToken cancel)
    {
        var tree = await forums.Run(Actor.Visitor, cancel);
        var places = tree.SelectMany(forum => forum.Children.Prepend(forum)).Select(forum => Links.Forum(forum.Slug))
            .Concat((await boards.Run(Actor.Visitor, cancel)).Select(board => Links.IdeaList(board.Slug)));
        return Write("urlset", "url", site, House.Concat(places.Take(MostPlaces)).Select(address => (address, (DateTimeOffset?)null)));
    }

    /// <summary>Null where there is no such piece.</summary>
    public async Task<byte[]?> Topics(string site, int piece, CancellationToken cancel) => (await topics.Run(piece, cancel)).Value is { } found
        ? Write("urlset", "url", site, found.Subjects.Select(topic => (Links.Topic(topic.Number, topic.Slug), (DateTimeOffset?)topic.ChangedAt)))
        : null;

    /// <summary>Null where there is no such piece.</summary>
    public async Task<byte[]?> Ideas(string site, int piece, CancellationToken cancel) => (await ideas.Run(piece, cancel)).Value is { } found
        ? Write("urlset", "url", site, found.Subjects.Select(idea => (Links.Idea(idea.Number, idea.Slug), (DateTimeOffset?)idea.ChangedAt)))
        : null;

    private static byte[] Write(string root, string row, string site, IEnumerable<(string Address, DateTimeOffset? ChangedAt)> addresses)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, XmlWords.Settings))
        {
            xml.WriteStartElement(root, Schema);
            foreach (var (address, changedAt) in addresses)
            {
                xml.WriteStartElement(row, Schema);
                xml.WriteElementString("loc", Schema, site + address);
                if (changedAt is { } at)
                    xml.WriteElementString("lastmod", Schema, XmlWords.Time(at));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }
}
