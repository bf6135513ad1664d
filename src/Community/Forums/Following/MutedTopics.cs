using Community.Data;
using Community.Discussions.Contract;
using Community.Discussions.Following;
using Community.Shared;

namespace Community.Forums.Following;

internal static class MutedTopics
{
    /// <summary>Without what a member does not want to see. What they opened themselves, a forum or a tag, hides nothing by its own being muted.</summary>
    public static IQueryable<Topic> WithoutMuted(this IQueryable<Topic> topics, CommunityDb db, Actor actor, long? openedForum = null, long? openedTag = null)
    {
        if (actor.MemberId is not { } me)
            return topics;
        var own = db.Follows.Where(f => f.MemberId == me && f.Kind == FollowKind.Topic);
        var muted = db.Follows.Where(f => f.MemberId == me && f.Level == FollowLevel.Muted
            && !(f.Kind == FollowKind.Forum && f.TargetId == openedForum) && !(f.Kind == FollowKind.Tag && f.TargetId == openedTag));
        // What was said of the topic itself goes before what was said of its forum and tags.
        return topics.Where(t =>
            !muted.Any(f => (f.Kind == FollowKind.Topic && f.TargetId == t.Id)
                || (f.Kind == FollowKind.Forum && f.TargetId == t.ForumId)
                || (f.Kind == FollowKind.Tag && db.DiscussionTags.Any(x => x.DiscussionId == t.Id && x.TagId == f.TargetId)))
            || own.Any(f => f.TargetId == t.Id && f.Level != FollowLevel.Muted));
    }
}
