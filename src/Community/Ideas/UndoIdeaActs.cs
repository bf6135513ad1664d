using System.Globalization;
using Community.Data;
using Community.Ideas.Merging;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas;

internal sealed class UndoIdeaStatus(SetIdeaStatus change) : IUndo
{
    public IReadOnlySet<string> Actions { get; } = new HashSet<string> { SetIdeaStatus.Action };

    public async Task<Result<Done>> Undo(Actor actor, LoggedAct act, string reason, CancellationToken cancel) =>
        Enum.TryParse<IdeaStatus>(act.Before, out var before) && Enum.TryParse<IdeaStatus>(act.After, out var after)
            ? await change.Restore(actor, act.Subject.Id, after, before, reason, cancel)
            : Problem.NotFound();
}

internal sealed class UndoIdeaMove(CommunityData data, MoveIdea move) : IUndo
{
    public IReadOnlySet<string> Actions { get; } = new HashSet<string> { MoveIdea.Action };

    public async Task<Result<Done>> Undo(Actor actor, LoggedAct act, string reason, CancellationToken cancel) =>
        await move.Run(actor, new MoveIdea.Input(await data.NumberOf(act.Subject.Id, cancel), act.Before ?? "", reason), cancel);
}

internal sealed class UndoMerge(CommunityData data, MergeIdeas merge, UnmergeIdea unmerge) : IUndo
{
    public IReadOnlySet<string> Actions { get; } = new HashSet<string> { MergeIdeas.Action, UnmergeIdea.Action };

    public async Task<Result<Done>> Undo(Actor actor, LoggedAct act, string reason, CancellationToken cancel)
    {
        var source = await data.NumberOf(act.Subject.Id, cancel);
        if (act.Action == MergeIdeas.Action)
            return await unmerge.Run(actor, source, reason, cancel);
        return long.TryParse(act.Before, NumberStyles.None, CultureInfo.InvariantCulture, out var target)
            ? await merge.Run(actor, new MergeIdeas.Input(source, await data.NumberOf(target, cancel)), cancel)
            : Problem.NotFound();
    }
}

file static class LoggedIdea
{
    /// <summary>The public number of an idea; 0, which nothing has, where it is gone.</summary>
    public static Task<long> NumberOf(this CommunityData data, long id, CancellationToken cancel) =>
        data.Read(db => db.Ideas.Where(i => i.Id == id).Select(i => i.Number).FirstOrDefaultAsync(cancel), cancel);
}
