using System.Globalization;
using Community.Discussions;
using Community.Shared;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.Extensions.Localization;

namespace Community.Web.Shell.Feeds;

/// <summary>The answer to whoever asks for a feed: all of it, or that nothing is new. There is none where the address of the site is not known.</summary>
internal sealed class FeedAnswers(SiteOrigin origin, CurrentActor current, IStringLocalizer<UiTexts> texts, IStringLocalizer<ShellTexts> ownTexts)
{
    public IResult Of(HttpContext http, Result<Feed> feed, string self, string page) => feed.Value is { } found ? Answer(http, found, self, page, isOfOneSubject: false) : Results.NotFound();

    public IResult OfIdeas(HttpContext http, IReadOnlyList<FeedPost> posts) =>
        Answer(http, new Feed(null, LocalizedText.Empty, null, posts), Links.IdeasFeed, Links.Ideas, isOfOneSubject: false, "Ideas");

    public IResult OfSubject(HttpContext http, Result<Feed> feed, string self) => feed.Value is { } found
        ? Answer(http, found, self, found.Posts is [var post, ..] ? Links.Subject(post.Kind, post.SubjectNumber, post.SubjectSlug) : Links.Home, isOfOneSubject: true)
        : Results.NotFound();

    private IResult Answer(HttpContext http, Feed feed, string self, string page, bool isOfOneSubject, string? name = null)
    {
        if (origin.Of(http) is not { } site)
            return Results.NotFound();
        var language = current.Site.DefaultLanguage;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var atom = new AtomFeed(site, self, page, current.Site.Name, language, Names.Of(null, texts)) { IsOfOneSubject = isOfOneSubject };
        if (name is not null)
            feed = feed with { Name = new LocalizedText(ownTexts[name], ownTexts[name]) };
        http.Response.Headers.ContentLanguage = language;
        return new ConditionalAnswer(atom.Write(feed), AtomFeed.ContentType + "; charset=utf-8", feed.Posts.Count == 0 ? null : feed.Posts.Max(p => p.UpdatedAt));
    }
}
