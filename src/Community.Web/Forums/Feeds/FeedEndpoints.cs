using Community.Forums;
using Community.Shared;
using Community.Web.Hosting;
using Community.Web.Ui;

namespace Community.Web.Forums.Feeds;

/// <summary>Atom feeds. They are what a visitor may read, whoever asks: programs fetch them without a name.</summary>
internal static class FeedEndpoints
{
    public static void MapFeeds(this WebApplication app)
    {
        app.MapGet(Links.LatestFeed, async (HttpContext http, ReadFeed feeds, FeedAnswers answers) =>
            answers.Of(http, await feeds.Latest(Actor.Visitor, http.RequestAborted), Links.LatestFeed, Links.Home)).WithMetadata(Kept(Shows.Lists));
        app.MapGet("/feeds/forums/{slug}.atom", async (HttpContext http, string slug, ReadFeed feeds, FeedAnswers answers) =>
            answers.Of(http, await feeds.OfForum(Actor.Visitor, slug, http.RequestAborted), Links.ForumFeed(slug), Links.Forum(slug))).WithMetadata(Kept(Shows.Lists));
        app.MapGet("/feeds/tags/{key}.atom", async (HttpContext http, string key, ReadFeed feeds, FeedAnswers answers) =>
            answers.Of(http, await feeds.OfTag(Actor.Visitor, key, http.RequestAborted), Links.TagFeed(key), Links.Tag(key))).WithMetadata(Kept(Shows.Lists));
        app.MapGet("/feeds/topics/{number:long}.atom", async (HttpContext http, long number, ReadFeed feeds, FeedAnswers answers) =>
            answers.OfTopic(http, await feeds.OfTopic(Actor.Visitor, number, http.RequestAborted), number)).WithMetadata(Kept(Shows.Topic));
    }

    private static SharedPageAttribute Kept(Shows shows) => new(shows);
}
