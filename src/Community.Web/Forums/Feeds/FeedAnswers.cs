using System.Globalization;
using Community.Forums;
using Community.Shared;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.Extensions.Localization;

namespace Community.Web.Forums.Feeds;

/// <summary>The answer to whoever asks for a feed: all of it, or that nothing is new. There is none where the address of the site is not known.</summary>
internal sealed class FeedAnswers(SiteOrigin origin, CurrentActor current, IStringLocalizer<UiTexts> texts)
{
    public IResult Of(HttpContext http, Result<Feed> feed, string self, string page) => feed.Value is { } found ? Answer(http, found, self, page, isOfOneTopic: false) : Results.NotFound();

    public IResult OfTopic(HttpContext http, Result<Feed> feed, long number) => feed.Value is { } found
        ? Answer(http, found, Links.TopicFeed(number), found.Posts is [var post, ..] ? Links.Topic(number, post.TopicSlug) : Links.Home, isOfOneTopic: true)
        : Results.NotFound();

    private IResult Answer(HttpContext http, Feed feed, string self, string page, bool isOfOneTopic)
    {
        if (origin.Of(http) is not { } site)
            return Results.NotFound();
        var language = current.Site.DefaultLanguage;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var atom = new AtomFeed(site, self, page, current.Site.Name, language, Names.Of(null, texts)) { IsOfOneTopic = isOfOneTopic };
        http.Response.Headers.ContentLanguage = language;
        return new ConditionalAnswer(atom.Write(feed), AtomFeed.ContentType + "; charset=utf-8", feed.Posts.Count == 0 ? null : feed.Posts.Max(p => p.UpdatedAt));
    }
}
