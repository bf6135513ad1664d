using Community.Discussions;
using Community.Forums;
using Community.Ideas;
using Community.Shared;
using Community.Web.Hosting;
using Community.Web.Ui;

namespace Community.Web.Shell.Feeds;

/// <summary>Atom feeds. They are what a visitor may read, whoever asks: programs fetch them without a name.</summary>
internal static class FeedEndpoints
{
    public static void MapFeeds(this WebApplication app)
    {
        app.MapGet(Links.LatestFeed, async (HttpContext http, ReadFeed topics, ReadIdeaFeed ideas, FeedAnswers answers) =>
            answers.Of(http, (await topics.Latest(Actor.Visitor, http.RequestAborted)).With(await ideas.Latest(Actor.Visitor, http.RequestAborted)), Links.LatestFeed, Links.Home)).WithMetadata(Kept(Shows.Lists));
        app.MapGet("/feeds/forums/{slug}.atom", async (HttpContext http, string slug, ReadFeed topics, FeedAnswers answers) =>
            answers.Of(http, await topics.OfForum(Actor.Visitor, slug, http.RequestAborted), Links.ForumFeed(slug), Links.Forum(slug))).WithMetadata(Kept(Shows.Lists));
        app.MapGet("/feeds/tags/{key}.atom", async (HttpContext http, string key, ReadFeed topics, ReadIdeaFeed ideas, FeedAnswers answers) =>
            answers.Of(http, await Tagged(topics, ideas, key, http.RequestAborted), Links.TagFeed(key), Links.Tag(key))).WithMetadata(Kept(Shows.Lists));
        app.MapGet("/feeds/topics/{number:long}.atom", async (HttpContext http, long number, ReadFeed topics, FeedAnswers answers) =>
            answers.OfSubject(http, await topics.OfTopic(Actor.Visitor, number, http.RequestAborted), Links.TopicFeed(number))).WithMetadata(Kept(Shows.Topic));
        app.MapGet(Links.IdeasFeed, async (HttpContext http, ReadIdeaFeed ideas, FeedAnswers answers) =>
            answers.OfIdeas(http, await ideas.Latest(Actor.Visitor, http.RequestAborted))).WithMetadata(Kept(Shows.Lists));
        app.MapGet("/feeds/boards/{slug}.atom", async (HttpContext http, string slug, ReadIdeaFeed ideas, FeedAnswers answers) =>
            answers.Of(http, await ideas.OfBoard(Actor.Visitor, slug, http.RequestAborted), Links.BoardFeed(slug), Links.IdeaList(slug))).WithMetadata(Kept(Shows.Lists));
        app.MapGet("/feeds/ideas/{number:long}.atom", async (HttpContext http, long number, ReadIdeaFeed ideas, FeedAnswers answers) =>
            answers.OfSubject(http, await ideas.OfIdea(Actor.Visitor, number, http.RequestAborted), Links.IdeaFeed(number))).WithMetadata(Kept(Shows.Idea));
    }

    private static async Task<Result<Feed>> Tagged(ReadFeed topics, ReadIdeaFeed ideas, string key, CancellationToken cancel)
    {
        var tagged = await topics.OfTag(Actor.Visitor, key, cancel);
        if (!tagged.Ok)
            return tagged;
        var all = tagged.Value.With(await ideas.OfTag(Actor.Visitor, key, cancel));
        // Whoever may read nothing that carries it does not learn that there is such a tag.
        return all.Posts.Count > 0 ? all : Problem.NotFound();
    }

    private static SharedPageAttribute Kept(Shows shows) => new(shows);
}
