using Community.Data;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Ideas.Votes;

/// <summary>Lets the votes of accounts count that have been confirmed and are old enough by now. Each vote once, whoever runs it.</summary>
public sealed class CountWaitingVotes(CommunityData data, TimeProvider time, IOptions<IdeaLimits> limits)
{
    private const int AtOnce = 200;

    /// <returns>How many began to count.</returns>
    public async Task<int> Run(CancellationToken cancel = default)
    {
        var counted = 0;
        for (var after = 0L; ;)
        {
            var due = await data.Read(
                db => db.IdeaVotes.Where(v => v.CountedAt == null && v.UndoneAt == null && v.Id > after && Counting(db).Any(m => m.Id == v.MemberId))
                    .OrderBy(v => v.Id).Take(AtOnce).Select(v => new { v.Id, v.MemberId, v.IdeaId }).ToListAsync(cancel),
                cancel);
            foreach (var vote in due)
                counted += (await data.WriteBeside(db => Count(db, vote.Id, vote.MemberId, vote.IdeaId, cancel), cancel)).Value;
            if (due.Count < AtOnce)
                return counted;
            after = due[^1].Id;
        }
    }

    private IQueryable<Member> Counting(CommunityDb db) => db.WhoseVotesCount(time.GetUtcNow() - limits.Value.VotesCountAfter, time.GetUtcNow());

    private async Task<Result<int>> Count(CommunityDb db, long voteId, long memberId, long ideaId, CancellationToken cancel)
    {
        await db.HoldMembers([memberId], cancel);
        var number = await db.Ideas.Where(i => i.Id == ideaId).Select(i => i.Number).FirstAsync(cancel);
        if (await IdeaRow.HoldGroup(db, number, cancel) is not var (row, group))
            return 0;
        if (await db.IdeaVotes.FirstOrDefaultAsync(v => v.Id == voteId && v.CountedAt == null && v.UndoneAt == null, cancel) is not { } vote || !await Counting(db).AnyAsync(m => m.Id == memberId, cancel))
            return 0;
        var others = await db.StandingOf(memberId, group).AnyAsync(v => v.CountedAt != null, cancel);
        vote.CountedAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancel);

        if (ideaId != row.Idea.Id)
            await IdeaTotals.Gain(db, (await db.Ideas.FindAsync([ideaId], cancel))!, [ideaId], vote.Since, cancel);
        if (others)
            await IdeaTotals.Recount(db, row.Idea, cancel);
        else
            await IdeaTotals.Gain(db, row.Idea, group, vote.Since, cancel);
        row.Discussion.Change();
        return 1;
    }
}
