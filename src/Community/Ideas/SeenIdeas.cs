using Community.Data;
using Community.Discussions.Contract;
using Community.Ideas.Votes;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas;

/// <summary>Keeps how many saw an idea, and the share of them that back it, in step with what is counted.</summary>
internal sealed class SeenIdeas : IHandle<DiscussionsSeen>
{
    public async Task Handle(DiscussionsSeen happened, CommunityDb db, CancellationToken cancel)
    {
        var ids = happened.People.Keys.ToList();
        var seen = await db.Ideas.Where(i => ids.Contains(i.Id)).ToListAsync(cancel);
        if (seen.Count == 0)
            return;
        foreach (var idea in seen)
            idea.SeenCount += happened.People[idea.Id];
        var standing = seen.Select(i => i.MergedIntoId ?? i.Id).Distinct().ToList();
        var related = await db.Ideas.Where(i => standing.Contains(i.Id) || (i.MergedIntoId != null && standing.Contains(i.MergedIntoId.Value))).ToListAsync(cancel);
        foreach (var idea in related)
            IdeaTotals.RateAmong(idea, [.. related.Where(i => i.MergedIntoId == idea.Id)]);
    }
}
