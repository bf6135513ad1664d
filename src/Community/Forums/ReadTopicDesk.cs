using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>A topic as moderators change it.</summary>
public sealed record TopicDesk(long Number, string Title, string Slug, string ForumSlug, bool IsLocked, bool IsPinned, bool IsLive, bool IsReadOnly, int? SlowSeconds, DateTimeOffset? SlowUntil)
{
    /// <summary>The handles of the hosts of a live thread.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];
}

public sealed class ReadTopicDesk(CommunityData data)
{
    public async Task<Result<TopicDesk>> Run(Actor actor, long number, CancellationToken cancel = default)
    {
        if (!actor.IsModerator)
            return Problem.NotFound();
        var audiences = actor.Audiences;
        return await data.Read<Result<TopicDesk>>(async db =>
        {
            var found = await db.Topics.Where(t => t.Number == number && audiences.Contains(t.Audience))
                .Join(db.Forums, t => t.ForumId, f => f.Id, (t, f) => new TopicDesk(t.Number, t.Title, t.Slug, f.Slug, t.IsLocked, t.IsPinned, t.IsLive, t.IsReadOnly, t.SlowSeconds, t.SlowUntil))
                .FirstOrDefaultAsync(cancel);
            if (found is null)
                return Problem.NotFound();
            return found with { Hosts = await db.TopicHosts.Where(h => db.Topics.Any(t => t.Id == h.TopicId && t.Number == number)).Join(db.Members, h => h.MemberId, m => m.Id, (_, m) => m.Handle).Order().ToListAsync(cancel) };
        }, cancel);
    }
}
