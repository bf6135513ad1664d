using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Discussions;

/// <summary>Gives a post the wanted reaction, or none. The same wish twice changes nothing.</summary>
public sealed class React(CommunityData data, Ids ids, TimeProvider time, IOptions<PostLimits> limits)
{
    public sealed record Input(long PostId, ReactionKind? Wanted);

    public async Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default) => await data.WriteBeside<Done>(
        async db =>
        {
            var now = time.GetUtcNow();
            // A post stays where it is and whose it is while anybody writes beside others.
            var place = await db.Posts.Where(p => p.Id == input.PostId).Select(p => new { p.AuthorId, p.DiscussionId }).FirstOrDefaultAsync(cancel);
            await db.HoldMembers([actor.MemberId ?? 0, place?.AuthorId ?? 0], cancel);
            if (place is not null)
                await db.Hold(db.Discussions.Where(d => d.Id == place.DiscussionId).Select(d => d.Id), cancel);
            if (await db.FindPost(actor, input.PostId, cancel) is not var (post, discussion))
                return Problem.NotFound();
            var refused = input.Wanted is null ? PostRules.WhyNotTakeReactionBack(actor, post, now) : PostRules.WhyNotReact(actor, post, now);
            if (refused is not null)
                return refused;

            var me = actor.MemberId!.Value;
            var given = await db.Reactions.FirstOrDefaultAsync(r => r.PostId == post.Id && r.MemberId == me && r.UndoneAt == null, cancel);
            if (given?.Kind == input.Wanted)
                return Done.Yes;
            if (input.Wanted is not null && await TooMany(db, actor, now, cancel) is { } tooMany)
                return tooMany;

            if (given is not null)
            {
                given.UndoneAt = now;
                post.Reactions.Add(given.Kind, -given.Count);
                // The index that allows one reaction a person sees the old one gone before the new one comes.
                await db.SaveChangesAsync(cancel);
            }

            if (input.Wanted is { } kind)
            {
                db.Reactions.Add(new Reaction { Id = ids.Next(), PostId = post.Id, MemberId = me, Kind = kind, At = now });
                post.Reactions.Add(kind, 1);
            }

            post.ChangeNumber = discussion.Change();
            post.Happened(new ReactionChanged(
                post.Id, discussion.Id, discussion.SubjectKind, post.AuthorId, me, given?.At, input.Wanted is null ? null : now));
            return Done.Yes;
        },
        cancel);

    private async Task<Problem?> TooMany(CommunityDb db, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        var day = Ids.First(now - DayLimit.Day);
        return actor.IsStaff ? null : await DayLimit.WhyNot(
            db.Reactions.Where(r => r.MemberId == actor.MemberId && r.Id >= day).OrderByDescending(r => r.Id).Select(r => r.At),
            limits.Value.ReactionsPerDayOf(actor.Trust), "reactions-per-day", now, cancel);
    }
}
