using System.Text.Json.Nodes;
using Community.Ideas;
using Community.Web.Ui;

namespace Community.Web.Ideas;

/// <summary>A page of an idea as search engines read it (schema.org): who backs it likes it. Only what a visitor sees there.</summary>
/// <param name="Origin">The site, without a slash at the end.</param>
/// <param name="Nobody">What whoever left is called.</param>
internal sealed record IdeaData(string Origin, string Nobody)
{
    public JsonObject Of(IdeaView view)
    {
        var (head, data) = (view.Head, new PostData(Origin, Nobody));
        var posts = view.Posts.Where(p => p.IsShown && p.IsVisible).ToList();
        var opening = posts.Find(p => p.Number == 1);
        var idea = data.Written("DiscussionForumPosting", head.Author, head.Language, head.CreatedAt, opening?.EditedAt);
        if (opening is not null)
            idea["text"] = PostData.WordsOf(opening);
        idea["headline"] = head.Title;
        idea["url"] = Origin + Links.Idea(head.Number, head.Slug);
        idea["isPartOf"] = new JsonObject { ["@type"] = "WebPage", ["url"] = Origin + Links.IdeaList(head.Board.Slug) };
        idea["interactionStatistic"] = new JsonArray(PostData.Count("CommentAction", head.CommentCount), PostData.Count("LikeAction", head.BackerCount));
        idea["comment"] = new JsonArray([.. posts.Where(p => p.Number > 1).Select(p => data.Reply("Comment", p, Links.IdeaPost(head.Number, head.Slug, p.Number)))]);
        idea["@context"] = "https://schema.org";
        return idea;
    }
}
