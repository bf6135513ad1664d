using Community.Data;
using Community.Discussions;
using Community.Ideas.Ranking;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas.Votes;

/// <summary>Computes from the votes' ledger again what ideas show of it: backers, hot key, share of those who saw it, and the lists of periods.</summary>
public sealed class VerifyVotes : IVerify
{
    private const int Most = 100;

    // What adding and taking away one by one may leave; it moves an idea by less than a millisecond.
    private const double Tolerance = 1e-9;

    public string Name => "votes";

    public async Task<IReadOnlyList<string>> Check(CommunityDb db, CancellationToken cancel)
    {
        var ideas = await db.Ideas.AsNoTracking().Select(i => new { i.Id, i.BoardId, i.MergedIntoId, i.BackerCount, i.Hot, i.Rate, i.SeenCount }).ToListAsync(cancel);
        var standing = ideas.Where(i => i.MergedIntoId is not null).ToDictionary(i => i.Id, i => i.MergedIntoId!.Value);
        var firsts = new Dictionary<long, Dictionary<long, (DateTimeOffset Since, long Id)>>();
        await foreach (var vote in db.IdeaVotes.AsNoTracking().Where(v => v.UndoneAt == null && v.CountedAt != null).Select(v => new { v.Id, v.IdeaId, v.MemberId, v.Since }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            Take(vote.IdeaId);
            if (standing.TryGetValue(vote.IdeaId, out var target))
                Take(target);

            void Take(long idea)
            {
                if (!firsts.TryGetValue(idea, out var people))
                    firsts.Add(idea, people = []);
                if (!people.TryGetValue(vote.MemberId, out var known) || (vote.Since, vote.Id).CompareTo(known) < 0)
                    people[vote.MemberId] = (vote.Since, vote.Id);
            }
        }

        var tops = await db.IdeaTops.AsNoTracking().ToDictionaryAsync(t => (t.IdeaId, t.Period), cancel);
        var seenOfMerged = ideas.Where(i => i.MergedIntoId is not null).GroupBy(i => i.MergedIntoId!.Value).ToDictionary(g => g.Key, g => g.Sum(i => i.SeenCount));
        var differences = new List<string>();
        foreach (var idea in ideas)
        {
            List<DateTimeOffset> times = firsts.TryGetValue(idea.Id, out var people) ? [.. people.Values.Select(p => p.Since)] : [];
            if (idea.BackerCount != times.Count)
                differences.Add($"Idea {idea.Id}: {idea.BackerCount} backers shown, {times.Count} in the ledger.");
            var hot = HotKey.Sum(times.Select(t => (t, 1)));
            if (idea.Hot.HasValue != hot.HasValue || Math.Abs((idea.Hot ?? 0) - (hot ?? 0)) > Tolerance)
                differences.Add($"Idea {idea.Id}: its hot key is {idea.Hot}, but the ledger gives {hot}.");
            var rate = Wilson.LowerBound(times.Count, Math.Max(idea.SeenCount + seenOfMerged.GetValueOrDefault(idea.Id), times.Count));
            if (Math.Abs(idea.Rate - rate) > Tolerance)
                differences.Add($"Idea {idea.Id}: its rate is {idea.Rate}, but should be {rate}.");
            foreach (var (period, count) in times.SelectMany(TopPeriod.Around).CountBy(p => p))
            {
                if (!tops.Remove((idea.Id, period), out var top) || top.Backers != count || top.BoardId != idea.BoardId)
                    differences.Add($"Idea {idea.Id}: {top?.Backers ?? 0} backers shown in {period}, {count} in the ledger.");
            }
        }

        differences.AddRange(tops.Values.Select(t => $"Idea {t.IdeaId}: {t.Backers} backers shown in {t.Period}, 0 in the ledger."));
        var repeated = await db.IdeaVotes.Where(v => v.UndoneAt == null).GroupBy(v => new { v.IdeaId, v.MemberId }).Where(g => g.Count() > 1).Select(g => g.Key).Take(Most).ToListAsync(cancel);
        return [.. differences.Take(Most), .. repeated.Select(r => $"Idea {r.IdeaId}: member {r.MemberId} backs it more than once.")];
    }
}
