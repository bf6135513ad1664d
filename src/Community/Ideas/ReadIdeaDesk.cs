using Community.Data;
using Community.Ideas.Votes;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas;

/// <param name="Idea">What the team decides about, as its page shows it.</param>
/// <param name="Hearers">How many people hear of a change that is made now.</param>
/// <param name="Choices">The statuses that it may be given.</param>
public sealed record IdeaDeskView(IdeaView Idea, int Hearers, IReadOnlyList<IdeaStatus> Choices);

/// <param name="Source">The idea that goes.</param>
/// <param name="Target">The idea that stays.</param>
/// <param name="Together">How many people back either, each counted once.</param>
public sealed record MergePreview(IdeaHead Source, IdeaHead Target, int Together);

/// <param name="Source">How many people back what would stand by itself again.</param>
/// <param name="Target">How many back what it was merged into without it.</param>
public sealed record UnmergePreview(int Source, int Target);

/// <summary>What the team needs to see before it decides.</summary>
public sealed class ReadIdeaDesk(CommunityData data, ReadIdea ideas, TimeProvider time)
{
    /// <summary>NotFound for whoever may not decide.</summary>
    public async Task<Result<IdeaDeskView>> Run(Actor actor, long number, CancellationToken cancel = default)
    {
        var read = await ideas.Run(actor, number, 1, cancel);
        if (read.Value is not { Head: var head } view || IdeaRules.WhyNotManage(actor, head.Standing, time.GetUtcNow()) is not null)
            return Problem.NotFound();
        var hearers = await data.Read(async db => (await db.HearersOf(await db.GroupOf(head.Id, cancel), head.Audience, actor.MemberId, cancel)).Count, cancel);
        return new IdeaDeskView(view, hearers, [.. IdeaStatuses.ChoicesFrom(head.Status, head.Board.Statuses)]);
    }

    /// <summary>Two ideas as they would be together. NotFound where the actor may not decide about both.</summary>
    public async Task<Result<MergePreview>> Merge(Actor actor, long source, long target, CancellationToken cancel = default)
    {
        var (from, to) = (await ideas.Head(actor, source, cancel), await ideas.Head(actor, target, cancel));
        if (!from.Ok || !to.Ok || IdeaRules.WhyNotManage(actor, from.Value.Standing, time.GetUtcNow()) is not null)
            return Problem.NotFound();
        var together = await data.Read(
            async db => await db.CountedIn([.. await db.GroupOf(from.Value.Id, cancel), .. await db.GroupOf(to.Value.Id, cancel)]).CountAsync(cancel), cancel);
        return new MergePreview(from.Value, to.Value, together);
    }

    /// <summary>How many would back each once a merge is taken back. NotFound where nothing is merged, and for whoever may not decide.</summary>
    public async Task<Result<UnmergePreview>> Unmerge(Actor actor, long source, CancellationToken cancel = default)
    {
        if (await ideas.Head(actor, source, cancel) is not { Value: { } head } || IdeaRules.WhyNotManage(actor, head.Standing, time.GetUtcNow()) is not null)
            return Problem.NotFound();
        return await data.Read<Result<UnmergePreview>>(
            async db =>
            {
                if (await db.Ideas.Where(i => i.Id == head.Id).Select(i => i.MergedIntoId).SingleAsync(cancel) is not { } target)
                    return Problem.NotFound();
                var rest = (await db.GroupOf(target, cancel)).FindAll(id => id != head.Id);
                return new UnmergePreview(await db.CountedIn([head.Id]).CountAsync(cancel), await db.CountedIn(rest).CountAsync(cancel));
            },
            cancel);
    }
}
