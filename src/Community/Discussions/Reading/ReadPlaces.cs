using Community.Data;
using Community.Discussions.Seen;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Discussions.Reading;

/// <summary>Moves read positions, inside the write of the calling act.</summary>
public sealed class ReadPlaces(TimeProvider time, VisitorNotes notes, IOptions<ReadingLimits> limits)
{
    /// <summary>Up to a number, never down and never past the last post. What the actor may not read is NotFound.</summary>
    public async Task<Result<Done>> Move(CommunityDb db, Actor actor, long discussionId, int number, CancellationToken cancel)
    {
        var me = actor.MemberId!.Value;
        var found = await db.Discussions.VisibleTo(actor).Where(d => d.Id == discussionId)
            .Join(db.Posts, d => new { DiscussionId = d.Id, Number = 1 }, p => new { p.DiscussionId, p.Number }, (d, opening) => new { d.Id, d.LastNumber, opening.State, opening.AuthorId })
            .Select(d => new { d.LastNumber, d.State, d.AuthorId, Position = db.ReadPositions.FirstOrDefault(r => r.MemberId == me && r.DiscussionId == d.Id) })
            .FirstOrDefaultAsync(cancel);
        if (found is null || !PostSight.CanReadUnder(actor, found.State, found.AuthorId))
            return Problem.NotFound();
        var position = found.Position;
        if (position is null)
        {
            db.ReadPositions.Add(position = new ReadPosition { MemberId = me, DiscussionId = discussionId });
            notes.AddMember(discussionId);
        }

        position.MoveTo(Math.Min(number, found.LastNumber), time.GetUtcNow(), limits.Value.VisitLasts);
        return Done.Yes;
    }
}
