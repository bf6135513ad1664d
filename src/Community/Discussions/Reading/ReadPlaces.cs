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
            .Select(d => new
            {
                d.LastNumber,
                d.State,
                d.AuthorId,
                Position = db.ReadPositions.FirstOrDefault(r => r.MemberId == me && r.DiscussionId == d.Id),
                Next = db.Posts.Where(p => p.DiscussionId == d.Id && p.Number > number && p.AuthorId != me).OrderBy(p => p.Number).Select(p => (int?)p.Number).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancel);
        if (found is null || !PostSight.CanReadUnder(actor, found.State, found.AuthorId))
            return Problem.NotFound();
        // What somebody wrote themselves is never new to them.
        (found.Position ?? Begin(db, me, discussionId)).MoveTo(found.Next - 1 ?? found.LastNumber, time.GetUtcNow(), limits.Value.VisitLasts);
        return Done.Yes;
    }

    /// <summary>Up to a post that the member has just written where nothing unread stands before it.</summary>
    public void MoveToOwn(CommunityDb db, ReadPosition? position, long memberId, long discussionId, int number) =>
        (position ?? Begin(db, memberId, discussionId)).MoveToOwn(number, time.GetUtcNow(), limits.Value.VisitLasts);

    private ReadPosition Begin(CommunityDb db, long memberId, long discussionId)
    {
        var position = new ReadPosition { MemberId = memberId, DiscussionId = discussionId };
        db.ReadPositions.Add(position);
        notes.AddMember(discussionId);
        return position;
    }
}
