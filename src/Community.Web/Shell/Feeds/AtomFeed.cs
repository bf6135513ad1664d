using System.Xml;
using Community.Discussions;
using Community.Web.Ui;

namespace Community.Web.Shell.Feeds;

/// <summary>A feed as Atom (RFC 4287). The address of the page of a post is <see cref="Links.Post"/> for ever, and so its id.</summary>
/// <param name="Origin">The site, without a slash at the end.</param>
/// <param name="Self">Where the feed is.</param>
/// <param name="Page">The page that it follows.</param>
/// <param name="Site">What the community is called.</param>
/// <param name="Language">In which the house speaks here: programs that read feeds say nothing about their readers.</param>
/// <param name="Nobody">What whoever left is called.</param>
internal sealed record AtomFeed(string Origin, string Self, string Page, string Site, string Language, string Nobody)
{
    public const string ContentType = "application/atom+xml";

    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Whether entries are told apart by their number: they have one title.</summary>
    public bool IsOfOneSubject { get; init; }

    public byte[] Write(Feed feed)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, XmlWords.Settings))
        {
            xml.WriteStartElement("feed", Atom);
            WriteLanguage(xml, Language);
            Element(xml, "id", Origin + Self);
            WriteTitle(xml, feed);
            if (feed.Description.In(Language) is { Length: > 0 } description)
                Element(xml, "subtitle", description);
            Link(xml, "self", ContentType, Origin + Self);
            Link(xml, "alternate", "text/html", Origin + Page);
            Element(xml, "updated", XmlWords.Time(feed.Posts.Select(p => p.UpdatedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max()));
            xml.WriteStartElement("author", Atom);
            Element(xml, "name", Site);
            xml.WriteEndElement();
            foreach (var post in feed.Posts)
                WriteEntry(xml, post);
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private void WriteTitle(XmlWriter xml, Feed feed)
    {
        xml.WriteStartElement("title", Atom);
        if (feed.Language is { } language)
            WriteLanguage(xml, language);
        xml.WriteString(XmlWords.Of(feed.Name is null ? Site : $"{feed.Name.In(Language)} · {Site}"));
        xml.WriteEndElement();
    }

    private void WriteEntry(XmlWriter xml, FeedPost post)
    {
        var page = Origin + (post.Number == 1 && !IsOfOneSubject ? Links.Subject(post.Kind, post.SubjectNumber, post.SubjectSlug) : Links.SubjectPost(post.Kind, post.SubjectNumber, post.SubjectSlug, post.Number));
        xml.WriteStartElement("entry", Atom);
        if (post.Language is { } language)
            WriteLanguage(xml, language);
        Element(xml, "id", Origin + Links.Post(post.Id));
        Element(xml, "title", IsOfOneSubject ? $"{post.SubjectTitle} #{post.Number}" : post.SubjectTitle);
        Link(xml, "alternate", "text/html", page);
        Element(xml, "published", XmlWords.Time(post.CreatedAt));
        Element(xml, "updated", XmlWords.Time(post.UpdatedAt));
        WriteAuthor(xml, post);
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", post.PlaceSlug);
        xml.WriteAttributeString("label", XmlWords.Of(post.PlaceName.In(Language)));
        xml.WriteEndElement();
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(XmlWords.Of(AbsoluteLinks.In(post.Html, new Uri(page))));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteAuthor(XmlWriter xml, FeedPost post)
    {
        xml.WriteStartElement("author", Atom);
        if (post.Author is { IsErased: false } author)
        {
            Element(xml, "name", author.DisplayName);
            Element(xml, "uri", Origin + Links.Member(author.Handle));
        }
        else
        {
            Element(xml, "name", Nobody);
        }

        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, XmlWords.Of(text));

    private static void Link(XmlWriter xml, string relation, string type, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void WriteLanguage(XmlWriter xml, string language) => xml.WriteAttributeString("xml", "lang", null, language);
}
