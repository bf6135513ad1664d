using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

internal sealed class UndoLock(CommunityData data, LockTopic change) : IUndo
{
    public IReadOnlySet<string> Actions { get; } = new HashSet<string> { "lock-topic", "unlock-topic" };

    public async Task<Result<Done>> Undo(Actor actor, LoggedAct act, string reason, CancellationToken cancel) =>
        await change.Run(actor, new LockTopic.Input(await data.NumberOf(act, cancel), act.Action == "unlock-topic", reason), cancel);
}

internal sealed class UndoPin(CommunityData data, PinTopic change) : IUndo
{
    public IReadOnlySet<string> Actions { get; } = new HashSet<string> { "pin-topic", "unpin-topic" };

    public async Task<Result<Done>> Undo(Actor actor, LoggedAct act, string reason, CancellationToken cancel) =>
        await change.Run(actor, new PinTopic.Input(await data.NumberOf(act, cancel), act.Action == "unpin-topic", reason), cancel);
}

internal sealed class UndoMove(CommunityData data, MoveTopic change) : IUndo
{
    public IReadOnlySet<string> Actions { get; } = new HashSet<string> { "move-topic" };

    public async Task<Result<Done>> Undo(Actor actor, LoggedAct act, string reason, CancellationToken cancel) =>
        await change.Run(actor, new MoveTopic.Input(await data.NumberOf(act, cancel), act.Before ?? "", reason), cancel);
}

internal sealed class UndoLiveThread(CommunityData data, RunLiveThread run) : IUndo
{
    public IReadOnlySet<string> Actions { get; } = new HashSet<string> { "run-live-thread" };

    public async Task<Result<Done>> Undo(Actor actor, LoggedAct act, string reason, CancellationToken cancel) =>
        await run.Restore(actor, await data.NumberOf(act, cancel), LiveThread.Read(act.Before), reason, cancel);
}

file static class LoggedTopic
{
    /// <summary>The public number of the topic that was acted on; 0, which nothing has, where it is gone.</summary>
    public static Task<long> NumberOf(this CommunityData data, LoggedAct act, CancellationToken cancel) =>
        data.Read(db => db.Topics.Where(t => t.Id == act.Subject.Id).Select(t => t.Number).FirstOrDefaultAsync(cancel), cancel);
}
