using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Moderation;

/// <summary>The figures over the queue.</summary>
public sealed class CountQueue(CommunityData data, IEnumerable<IModerated> moderated)
{
    public Task<Result<QueueSummary>> Run(Actor actor, CancellationToken cancel = default) => data.Read<Result<QueueSummary>>(async db =>
    {
        if (!actor.IsModerator)
            return Problem.NotFound();
        var open = db.Reports.Where(r => r.State == ReportState.Open);
        var reported = await open.Select(r => new { r.SubjectKind, r.SubjectId }).Distinct().CountAsync(cancel);
        var first = await open.MinAsync(r => (long?)r.Id, cancel);
        var held = 0;
        foreach (var kind in moderated)
        {
            held += await kind.HeldCount(db, cancel);
            if ((await kind.Held(db, actor, 0, 1, cancel)).FirstOrDefault() is { } oldest)
                first = Math.Min(first ?? long.MaxValue, oldest.Content.Id);
        }

        return new QueueSummary(reported, held, first is { } id ? Ids.TimeOf(id) : null);
    }, cancel);
}
