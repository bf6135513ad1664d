using Community.Discussions;
using Community.Ideas;
using Community.Web.Hosting;
using Community.Web.Ui;

namespace Community.Web.Ideas;

/// <summary>What a reader may do on a page of an idea, for the page and for what is brought into it later.</summary>
internal static class IdeaReading
{
    public static PostReader ReaderOf(CurrentActor current, IdeaView view, PostLimits limits, DateTimeOffset now)
    {
        var head = view.Head;
        return new()
        {
            Actor = current.Actor,
            Now = now,
            Zone = current.TimeZone,
            Limits = limits,
            Address = Links.Idea(head.Number, head.Slug, view.Page),
            WhyNotReply = IdeaRules.WhyNotComment(current.Actor, head.Standing, head.Board, now),
            HasReplies = head.CommentCount > 0 || head.BackerCount > (view.Own is null ? 0 : 1) || view.Merged.Count > 0,
            StarterId = head.AuthorId,
            HrefOf = post => Links.IdeaPost(head.Number, head.Slug, post),
        };
    }
}
