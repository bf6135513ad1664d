using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Ideas.Votes;

/// <param name="All">Votes that a member has in boards with a budget.</param>
/// <param name="Spent">Those on open ideas; more than all where an idea was opened again.</param>
public sealed record VoteBudget(int All, int Spent)
{
    public int Left => Math.Max(0, All - Spent);
}

public sealed class ReadBudget(CommunityData data, IOptions<IdeaLimits> limits)
{
    /// <returns>Null for a visitor.</returns>
    public async Task<VoteBudget?> Run(Actor actor, CancellationToken cancel = default) => actor.IsMember
        ? new VoteBudget(limits.Value.OpenVotes, await data.Read(db => db.VotesSpent(actor).CountAsync(cancel), cancel))
        : null;
}
