using Community.Shared;

namespace Community.Discussions;

public static class DiscussionQueries
{
    /// <summary>The discussions that the actor may read.</summary>
    public static IQueryable<Discussion> VisibleTo(this IQueryable<Discussion> discussions, Actor actor)
    {
        var audiences = actor.Audiences;
        return discussions.Where(d => audiences.Contains(d.Audience));
    }
}
