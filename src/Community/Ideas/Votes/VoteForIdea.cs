using Community.Data;
using Community.Discussions;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Ideas.Votes;

/// <summary>Backs an idea, or stops backing it. The wanted state: the same wish twice changes nothing.</summary>
public sealed class VoteForIdea(CommunityData data, Ids ids, TimeProvider time, IOptions<IdeaLimits> limits)
{
    private static readonly Func<CommunityDb, long, long, Task<OwnRow?>> OwnOf = EF.CompileAsyncQuery((CommunityDb db, long number, long memberId) =>
        (from asked in db.Ideas.AsNoTracking()
         where asked.Number == number
         join idea in db.Ideas on asked.MergedIntoId ?? asked.Id equals idea.Id
         join board in db.IdeaBoards on idea.BoardId equals board.Id
         let first = db.IdeaVotes.Where(v => v.MemberId == memberId && v.UndoneAt == null && (v.IdeaId == idea.Id || db.Ideas.Any(s => s.MergedIntoId == idea.Id && s.Id == v.IdeaId)))
             .OrderBy(v => v.Since).ThenBy(v => v.Id).Select(v => (long?)v.Id).FirstOrDefault()
         join v in db.IdeaVotes on first equals v.Id into votes
         from vote in votes.DefaultIfEmpty()
         select new OwnRow(
             idea.Number,
             idea.BackerCount,
             new IdeaStanding(idea.Audience, idea.State, idea.AuthorId, idea.Status),
             new BoardStanding(board.ReadAudience, board.SubmitAudience, board.IsArchived, board.ShowsBackers),
             vote == null ? null : new Given(vote.Importance, vote.Reason, vote.CountedAt))).FirstOrDefault());

    private static readonly Func<CommunityDb, long, long, DateTimeOffset, Task<Voter>> VoterOf = EF.CompileAsyncQuery((CommunityDb db, long memberId, long first, DateTimeOffset joinedBy) =>
        db.Members.AsNoTracking().Where(m => m.Id == memberId).Select(m => new Voter(
            db.IdeaVotes.Count(v => v.MemberId == m.Id && v.Id >= first),
            m.JoinedAt <= joinedBy && !db.Accounts.Any(a => a.Id == m.Id && !a.EmailConfirmed))).First());

    /// <param name="Importance">How much it matters; null for not said.</param>
    /// <param name="Reason">Why, on one line; shown beside the name where the board shows who backs an idea.</param>
    public sealed record Vote(Importance? Importance = null, string? Reason = null);

    /// <param name="IdeaNumber">The public number; one that was merged stands for what it was merged into.</param>
    /// <param name="Wanted">Null to stop backing it.</param>
    public sealed record Input(long IdeaNumber, Vote? Wanted);

    /// <param name="IdeaNumber">Where the vote stands.</param>
    /// <param name="IsBacked">Whether the member backs it now.</param>
    /// <param name="IsWaiting">Whether the vote counts later: the account is not confirmed yet, or too young.</param>
    /// <param name="Backers">Those who count.</param>
    public sealed record Voted(long IdeaNumber, bool IsBacked, bool IsWaiting, int Backers);

    public async Task<Result<Voted>> Run(Actor actor, Input input, CancellationToken cancel = default)
    {
        if (Tidied(input.Wanted) is { Reason: { } reason } && TextRules.WhyNotLine(reason, new TextLimits("reason", 0, 0, IdeaLimits.MaxReason)) is { } badReason)
            return badReason;
        if (actor.MemberId is not { } me)
            return Problem.Forbidden("sign-in");
        // A second click, or taking back what was never given, does not queue for the right to write.
        if (await data.Read(db => AsItStands(db, actor, input, cancel), cancel) is { } unchanged)
            return unchanged;
        return await data.WriteBeside(
            async db =>
            {
                await db.HoldMembers([me], cancel);
                return await Within(db, actor, input, cancel);
            },
            cancel);
    }

    /// <summary>Null where there is something to write, or to refuse.</summary>
    private async Task<Voted?> AsItStands(CommunityDb db, Actor actor, Input input, CancellationToken cancel)
    {
        if (await OwnOf(db, input.IdeaNumber, actor.MemberId!.Value) is not { } row)
            return null;
        var (given, wanted) = (row.Given, Tidied(input.Wanted));
        if ((wanted is null) != (given is null) || (given is not null && (given.Importance != wanted!.Importance || given.Reason != wanted.Reason)))
            return null;
        var now = time.GetUtcNow();
        var refused = wanted is null ? IdeaRules.WhyNotTakeBack(actor, row.Idea, given is not null, now) : IdeaRules.WhyNotVote(actor, row.Idea, row.Board, now);
        return refused is null ? new Voted(row.Number, given is not null, given is { CountedAt: null }, row.Backers) : null;
    }

    /// <summary>The same inside the write of another act, which holds the member already.</summary>
    internal async Task<Result<Voted>> Within(CommunityDb db, Actor actor, Input input, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (await IdeaRow.HoldGroup(db, input.IdeaNumber, cancel) is not var (row, group))
            return Problem.NotFound();
        var me = actor.MemberId!.Value;
        var standing = await db.StandingOf(me, group, cancel);
        if (Tidied(input.Wanted) is not { } wanted)
        {
            if (IdeaRules.WhyNotTakeBack(actor, row.Idea, standing.Count > 0, now) is { } stays)
                return stays;
            if (standing.Count > 0)
                await TakeBack(db, row, group, standing, now, cancel);
            return new Voted(row.Idea.Number, false, false, IdeaRules.CanSee(actor, row.Idea) ? row.Idea.BackerCount : 0);
        }

        if (IdeaRules.WhyNotVote(actor, row.Idea, row.Board, now) is { } refused)
            return refused;
        if (standing is [var same, ..] && same.Importance == wanted.Importance && same.Reason == wanted.Reason)
            return new Voted(row.Idea.Number, true, same.CountedAt is null, row.Idea.BackerCount);

        var voter = await VoterOf(db, me, Ids.First(now - DayLimit.Day), now - limits.Value.VotesCountAfter);
        if (await WhyNotToday(db, actor, voter, now, cancel) is { } tooMany)
            return tooMany;
        var isHidden = wanted.Reason is not null && await IsHidden(db, me, group, wanted.Reason, cancel);
        if (standing is [var given, ..])
        {
            await Replace(db, row, given, wanted, isHidden, now, cancel);
            return new Voted(row.Idea.Number, true, given.CountedAt is null, row.Idea.BackerCount);
        }

        if (await WhyNotOneMore(db, actor, row, cancel) is { } spent)
            return spent;
        await Give(db, row, group, me, wanted, isHidden, !voter.Counts, now, cancel);
        return new Voted(row.Idea.Number, true, !voter.Counts, row.Idea.BackerCount);
    }

    private async Task Give(CommunityDb db, IdeaRow row, IReadOnlyList<long> group, long me, Vote wanted, bool isHidden, bool isWaiting, DateTimeOffset now, CancellationToken cancel)
    {
        db.IdeaVotes.Add(new IdeaVote
        {
            Id = ids.Next(),
            IdeaId = row.Idea.Id,
            MemberId = me,
            Importance = wanted.Importance,
            Reason = wanted.Reason,
            IsReasonHidden = isHidden,
            IsForTeam = !row.Board.ShowsBackers,
            At = now,
            Since = now,
            CountedAt = isWaiting ? null : now,
        });
        if (isWaiting)
            return;
        await IdeaTotals.Gain(db, row.Idea, group, now, cancel);
        row.Discussion.Change();
    }

    private async Task Replace(CommunityDb db, IdeaRow row, IdeaVote given, Vote wanted, bool isHidden, DateTimeOffset now, CancellationToken cancel)
    {
        given.UndoneAt = now;
        // The index that allows one vote a person sees the old one gone before the new one comes.
        await db.SaveChangesAsync(cancel);
        db.IdeaVotes.Add(new IdeaVote
        {
            Id = ids.Next(),
            IdeaId = given.IdeaId,
            MemberId = given.MemberId,
            Importance = wanted.Importance,
            Reason = wanted.Reason,
            IsReasonHidden = isHidden,
            IsForTeam = !row.Board.ShowsBackers,
            At = now,
            Since = given.Since,
            CountedAt = given.CountedAt,
        });
        row.Discussion.Change();
    }

    // Over all that is told together: who stops backing it does not go on backing a part of it.
    private static async Task TakeBack(CommunityDb db, IdeaRow row, IReadOnlyList<long> group, IReadOnlyList<IdeaVote> standing, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var vote in standing)
            vote.UndoneAt = now;
        await db.SaveChangesAsync(cancel);
        var counted = standing.Where(v => v.CountedAt is not null).ToList();
        if (counted.Count == 0)
            return;
        foreach (var vote in counted.Where(v => v.IdeaId != row.Idea.Id))
            await IdeaTotals.Lose(db, (await db.Ideas.FindAsync([vote.IdeaId], cancel))!, [vote.IdeaId], vote.Since, cancel);
        await IdeaTotals.Lose(db, row.Idea, group, counted[0].Since, cancel);
        row.Discussion.Change();
    }

    // The same words again stay where a moderator put them, also after the vote was taken back.
    private static Task<bool> IsHidden(CommunityDb db, long me, IReadOnlyList<long> group, string reason, CancellationToken cancel) =>
        db.IdeaVotes.Where(v => v.MemberId == me && group.Contains(v.IdeaId) && v.Reason == reason).OrderByDescending(v => v.Id).Select(v => v.IsReasonHidden).FirstOrDefaultAsync(cancel);

    private async Task<Problem?> WhyNotOneMore(CommunityDb db, Actor actor, IdeaRow row, CancellationToken cancel) =>
        row.Board.HasBudget && await db.VotesSpent(actor).CountAsync(cancel) >= limits.Value.OpenVotes
            ? Problem.Conflict("votes-spent") with { Args = new Dictionary<string, object> { ["max"] = limits.Value.OpenVotes } }
            : null;

    // What is said anew of a vote is an entry of the ledger, too.
    private async Task<Problem?> WhyNotToday(CommunityDb db, Actor actor, Voter voter, DateTimeOffset now, CancellationToken cancel)
    {
        if (actor.IsStaff || voter.Today < limits.Value.VotesPerDay)
            return null;
        var day = Ids.First(now - DayLimit.Day);
        return await DayLimit.WhyNot(
            db.IdeaVotes.Where(v => v.MemberId == actor.MemberId && v.Id >= day).OrderByDescending(v => v.Id).Select(v => v.At), limits.Value.VotesPerDay, "votes-per-day", now, cancel);
    }

    private sealed record OwnRow(long Number, int Backers, IdeaStanding Idea, BoardStanding Board, Given? Given);

    /// <param name="Today">Votes given in the last day.</param>
    /// <param name="Counts">Whether the account is old enough and confirmed.</param>
    private sealed record Voter(int Today, bool Counts);

    private sealed record Given(Importance? Importance, string? Reason, DateTimeOffset? CountedAt);

    private static Vote? Tidied(Vote? vote) => vote is null ? null : vote with { Reason = string.IsNullOrWhiteSpace(vote.Reason) ? null : vote.Reason.Trim() };
}
