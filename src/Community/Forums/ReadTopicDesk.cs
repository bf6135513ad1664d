using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>A topic as moderators change it.</summary>
public sealed record TopicDesk(long Number, string Title, string Slug, string ForumSlug, bool IsLocked, bool IsPinned);

public sealed class ReadTopicDesk(CommunityData data)
{
    public async Task<Result<TopicDesk>> Run(Actor actor, long number, CancellationToken cancel = default)
    {
        if (!actor.IsModerator)
            return Problem.NotFound();
        var audiences = actor.Audiences;
        var found = await data.Read(
            db => db.Topics.Where(t => t.Number == number && audiences.Contains(t.Audience))
                .Join(db.Forums, t => t.ForumId, f => f.Id, (t, f) => new TopicDesk(t.Number, t.Title, t.Slug, f.Slug, t.IsLocked, t.IsPinned))
                .FirstOrDefaultAsync(cancel),
            cancel);
        return found is null ? Problem.NotFound() : found;
    }
}
