using Community.Data;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas.Votes;

/// <summary>The team notes that somebody who is not here wants an idea, with where they said so.</summary>
public sealed class PassOnVote(CommunityData data, Ids ids, TimeProvider time)
{
    /// <param name="IdeaNumber">The public number; one that was merged stands for what it was merged into.</param>
    /// <param name="Name">For whom, on one line.</param>
    /// <param name="Evidence">Where it was said.</param>
    /// <param name="Key">Made by the client: the same key again notes it once.</param>
    public sealed record Input(long IdeaNumber, string? Name, string? Evidence, Guid Key);

    public async Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default)
    {
        var (name, evidence) = (input.Name?.Trim() ?? "", TextRules.Normalise(input.Evidence ?? "").Trim());
        if (TextRules.WhyNotLine(name, new TextLimits("name", 1, 1, IdeaLimits.MaxProxyName)) is { } badName)
            return badName;
        if (TextRules.WhyNotBody(evidence, new TextLimits("evidence", 1, 1, IdeaLimits.MaxEvidence)) is { } badEvidence)
            return badEvidence;
        return await data.Write<Done>(
            async db =>
            {
                var now = time.GetUtcNow();
                if (await IdeaRow.FindStanding(db, input.IdeaNumber) is not { } row)
                    return Problem.NotFound();
                if (IdeaRules.WhyNotManage(actor, row.Idea, now) is { } refused)
                    return refused;
                var me = actor.MemberId!.Value;
                if (await db.FirstResultOf(me, input.Key, cancel) is { } first)
                    return await db.ProxyVotes.AnyAsync(v => v.Id == first && v.IdeaId == row.Idea.Id, cancel) ? Done.Yes : Problem.Conflict("key-used");
                if (!row.Idea.Status.IsOpen())
                    return Problem.Conflict("idea-closed");

                var vote = new ProxyVote { Id = ids.Next(), IdeaId = row.Idea.Id, ById = me, Name = name, Evidence = evidence, At = now };
                db.ProxyVotes.Add(vote);
                db.Receipts.Add(new Receipt { MemberId = me, Key = input.Key, ContentId = vote.Id, At = now });
                row.Discussion.Change();
                db.Raise(new StaffActed(me, "pass-on-vote", new ContentRef(ContentKind.Idea, row.Idea.Id), null, null));
                return Done.Yes;
            },
            cancel);
    }

    /// <summary>Takes one back; for whom it was and where it was said is forgotten with it.</summary>
    public Task<Result<Done>> TakeBack(Actor actor, long voteId, CancellationToken cancel = default) => data.Write<Done>(
        async db =>
        {
            var now = time.GetUtcNow();
            if (await db.ProxyVotes.FirstOrDefaultAsync(v => v.Id == voteId, cancel) is not { } vote)
                return Problem.NotFound();
            var number = await db.Ideas.Where(i => i.Id == vote.IdeaId).Select(i => i.Number).FirstAsync(cancel);
            if (await IdeaRow.Find(db, number) is not { } row || IdeaRules.WhyNotManage(actor, row.Idea, now) is not null)
                return actor.IsStaff ? Problem.NotFound() : Problem.Forbidden("team-only");
            if (vote.UndoneAt is not null)
                return Done.Yes;
            (vote.UndoneAt, vote.Name, vote.Evidence) = (now, "", "");
            row.Discussion.Change();
            db.Raise(new StaffActed(actor.MemberId, "take-back-passed-on", new ContentRef(ContentKind.Idea, row.Idea.Id), null, null));
            return Done.Yes;
        },
        cancel);

    /// <summary>What was passed on for an idea, for the team, newest first.</summary>
    public Task<Result<IReadOnlyList<PassedOn>>> List(Actor actor, long ideaNumber, CancellationToken cancel = default) => data.Read<Result<IReadOnlyList<PassedOn>>>(
        async db =>
        {
            if (await IdeaRow.FindStanding(db, ideaNumber) is not { } row || IdeaRules.WhyNotManage(actor, row.Idea, time.GetUtcNow()) is not null)
                return Problem.NotFound();
            var group = await db.GroupOf(row.Idea.Id, cancel);
            return await db.ProxyVotes.Where(v => group.Contains(v.IdeaId) && v.UndoneAt == null).OrderByDescending(v => v.Id).Take(Most)
                .Join(db.Members, v => v.ById, m => m.Id, (v, m) => new PassedOn(v.Id, v.Name, v.Evidence, v.At, new MemberSummary(m.Id, m.Handle, m.DisplayName, m.Role, m.State))).ToListAsync(cancel);
        },
        cancel);

    private const int Most = 200;

    public sealed record PassedOn(long Id, string Name, string Evidence, DateTimeOffset At, MemberSummary By);
}
