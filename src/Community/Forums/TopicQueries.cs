using Community.Discussions;
using Community.Shared;

namespace Community.Forums;

public static class TopicQueries
{
    /// <summary>The topics that the actor may see in a list: readable, and with a visible opening.</summary>
    public static IQueryable<Topic> VisibleTo(this IQueryable<Topic> topics, Actor actor)
    {
        var audiences = actor.Audiences;
        return topics.Where(t => t.State == PostState.Visible && audiences.Contains(t.Audience));
    }

    /// <summary>The forums that the actor may read.</summary>
    public static IQueryable<Forum> VisibleTo(this IQueryable<Forum> forums, Actor actor)
    {
        var audiences = actor.Audiences;
        return forums.Where(f => audiences.Contains(f.ReadAudience));
    }
}
