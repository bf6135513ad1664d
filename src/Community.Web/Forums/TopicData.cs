using System.Text.Json.Nodes;
using Community.Discussions;
using Community.Forums;
using Community.Web.Ui;

namespace Community.Web.Forums;

/// <summary>
/// A page of a topic as search engines read it (schema.org): a discussion with the posts of the page as comments, or, at the beginning
/// of a solved one, a question with its answers. Only what a visitor sees there.
/// </summary>
/// <param name="Origin">The site, without a slash at the end.</param>
/// <param name="Nobody">What whoever left is called.</param>
internal sealed record TopicData(string Origin, string Nobody)
{
    // A page of a live thread holds five times as many.
    private const int MostPosts = DiscussionLimits.PostsPerPage;

    private PostData Data => new(Origin, Nobody);

    public JsonObject Of(TopicView view)
    {
        var posts = view.Posts.Where(p => p.IsShown && p.IsVisible).Take(MostPosts).ToList();
        var opening = posts.Find(p => p.Number == 1);
        var others = posts.Where(p => p.Number > 1).ToList();
        var about = view.Head.AnswerPostId is not null && opening is not null && others.Count > 0 ? QuestionPage(view, opening, others) : Discussion(view, opening, others);
        about["@context"] = "https://schema.org";
        return about;
    }

    private JsonObject Discussion(TopicView view, PostView? opening, List<PostView> others)
    {
        var head = view.Head;
        var topic = Subject("DiscussionForumPosting", view, opening);
        topic["headline"] = head.Title;
        topic["url"] = Origin + Links.Topic(head.Number, head.Slug);
        topic["isPartOf"] = new JsonObject { ["@type"] = "WebPage", ["url"] = Origin + Links.Forum(head.Forum.Slug) };
        topic["interactionStatistic"] = new JsonArray([PostData.Count("CommentAction", head.ReplyCount), .. opening is null ? Array.Empty<JsonNode>() : [PostData.Count("LikeAction", opening.Reactions.Total)]]);
        topic["comment"] = new JsonArray([.. others.Select(p => Reply("Comment", view, p))]);
        return topic;
    }

    private JsonObject QuestionPage(TopicView view, PostView opening, List<PostView> others)
    {
        var question = Subject("Question", view, opening);
        question["name"] = view.Head.Title;
        question["answerCount"] = view.Head.ReplyCount;
        question["upvoteCount"] = opening.Reactions.Total;
        if (others.Find(p => p.Id == view.Head.AnswerPostId) is { } accepted)
            question["acceptedAnswer"] = Reply("Answer", view, accepted);
        question["suggestedAnswer"] = new JsonArray([.. others.Where(p => p.Id != view.Head.AnswerPostId).Select(p => Reply("Answer", view, p))]);
        return new() { ["@type"] = "QAPage", ["mainEntity"] = question };
    }

    private JsonObject Subject(string type, TopicView view, PostView? opening)
    {
        var subject = Data.Written(type, view.Head.Author, view.Head.Language, opening is { IsDateUnknown: true } ? null : view.Head.CreatedAt, opening?.EditedAt);
        if (opening is not null)
            subject["text"] = PostData.WordsOf(opening);
        return subject;
    }

    private JsonObject Reply(string type, TopicView view, PostView post) => Data.Reply(type, post, Links.Topic(view.Head.Number, view.Head.Slug, view.Page) + Links.Anchor(post.Number));
}
