using Community.Data;
using Community.Discussions;
using Community.Ideas.Ranking;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas.Votes;

/// <summary>Keeps what an idea shows of its votes in step with the ledger, within the write that changes that.</summary>
internal static class IdeaTotals
{
    private static readonly Func<CommunityDb, long, string, string, string, IAsyncEnumerable<IdeaTop>> TopsOf = EF.CompileAsyncQuery(
        (CommunityDb db, long ideaId, string week, string month, string year) =>
            db.IdeaTops.AsTracking().Where(t => t.IdeaId == ideaId && (t.Period == week || t.Period == month || t.Period == year)));

    /// <summary>One more person.</summary>
    public static async Task Gain(CommunityDb db, Idea idea, IReadOnlyList<long> group, DateTimeOffset since, CancellationToken cancel)
    {
        idea.BackerCount++;
        idea.Hot = HotKey.Add(idea.Hot, since);
        await CountPeriods(db, idea, since, 1, cancel);
        await Rate(db, idea, group, cancel);
    }

    /// <summary>One person less, whose entries are saved as undone.</summary>
    public static async Task Lose(CommunityDb db, Idea idea, IReadOnlyList<long> group, DateTimeOffset since, CancellationToken cancel)
    {
        idea.BackerCount--;
        idea.Hot = HotKey.TryRemove(idea.Hot, since, out var rest) ? rest : HotKey.Sum(await Times(db, group, cancel));
        await CountPeriods(db, idea, since, -1, cancel);
        await Rate(db, idea, group, cancel);
    }

    /// <summary>Everything from the ledger, as saved.</summary>
    public static async Task Recount(CommunityDb db, Idea idea, CancellationToken cancel)
    {
        var group = await db.GroupOf(idea.Id, cancel);
        var times = await Times(db, group, cancel);
        idea.BackerCount = times.Count;
        idea.Hot = HotKey.Sum(times);
        var periods = times.SelectMany(t => TopPeriod.Around(t.At)).CountBy(p => p).ToDictionary();
        var kept = await db.IdeaTops.Where(t => t.IdeaId == idea.Id).ToListAsync(cancel);
        foreach (var top in kept)
        {
            if (periods.Remove(top.Period, out var backers))
                top.Backers = backers;
            else
                db.IdeaTops.Remove(top);
        }

        db.IdeaTops.AddRange(periods.Select(p => new IdeaTop { IdeaId = idea.Id, Period = p.Key, BoardId = idea.BoardId, Backers = p.Value }));
        await Rate(db, idea, group, cancel);
    }

    /// <summary>After anything that says how many back it or saw it.</summary>
    public static async Task Rate(CommunityDb db, Idea idea, IReadOnlyList<long> group, CancellationToken cancel) =>
        RateAmong(idea, group.Count == 1 ? [] : await db.Ideas.Where(i => group.Contains(i.Id) && i.Id != idea.Id).ToListAsync(cancel));

    /// <summary>Who saw any of them, but at least who backs them: a vote from a list is a look, too.</summary>
    public static void RateAmong(Idea idea, IReadOnlyList<Idea> merged) =>
        idea.Rate = Wilson.LowerBound(idea.BackerCount, Math.Max(idea.SeenCount + merged.Sum(i => i.SeenCount), idea.BackerCount));

    private static async Task<List<(DateTimeOffset At, int Weight)>> Times(CommunityDb db, IReadOnlyList<long> group, CancellationToken cancel) =>
        (await db.CountedIn(group).Select(v => v.Since).ToListAsync(cancel)).ConvertAll(at => (at, 1));

    private static async Task CountPeriods(CommunityDb db, Idea idea, DateTimeOffset since, int by, CancellationToken cancel)
    {
        var (week, month, year) = (TopPeriod.Of(TopSpan.Week, since), TopPeriod.Of(TopSpan.Month, since), TopPeriod.Of(TopSpan.Year, since));
        var known = await TopsOf(db, idea.Id, week, month, year).ToDictionaryAsync(t => t.Period, cancellationToken: cancel);
        foreach (var period in new[] { week, month, year })
        {
            if (!known.TryGetValue(period, out var top))
                db.IdeaTops.Add(top = new IdeaTop { IdeaId = idea.Id, Period = period, BoardId = idea.BoardId });
            if ((top.Backers += by) == 0)
                db.IdeaTops.Remove(top);
        }
    }
}
