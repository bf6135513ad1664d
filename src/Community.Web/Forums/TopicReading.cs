using Community.Discussions;
using Community.Forums;
using Community.Web.Hosting;
using Community.Web.Ui;

namespace Community.Web.Forums;

/// <summary>What a reader may do on a page of a topic, for the page and for what is brought into it later.</summary>
internal static class TopicReading
{
    public static PostReader ReaderOf(CurrentActor current, TopicView view, PostLimits limits, DateTimeOffset now)
    {
        var (head, page) = (view.Head, view.Page);
        return new()
        {
            Actor = current.Actor,
            Now = now,
            Zone = current.TimeZone,
            Limits = limits,
            Address = current.Actor.IsMember ? Links.TopicPage(head.Number, head.Slug, page) : Links.Topic(head.Number, head.Slug, page),
            WhyNotReply = ForumRules.WhyNotReply(current.Actor, head, head.ForumStanding, now, current.Actor.MemberId is { } me && view.Hosts.Contains(me)),
            Hosts = view.Hosts,
            CanMarkAnswer = ForumRules.WhyNotMarkAnswer(current.Actor, head, now) is null,
            HasReplies = head.ReplyCount > 0,
            StarterId = head.AuthorId,
            AnswerPostId = head.AnswerPostId,
            AnswerAction = Links.Answer(head.Number),
            HrefOf = post => Links.TopicPost(head.Number, head.Slug, post),
        };
    }
}
