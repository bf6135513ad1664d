using Community.Shared;

namespace Community.Members;

/// <summary>Ends a suspension, or brings the earlier one back where there was one.</summary>
internal sealed class UndoSuspension(SuspendMember suspend, EndSuspension end) : IUndo
{
    public IReadOnlySet<string> Actions { get; } = new HashSet<string> { SuspendMember.Action, EndSuspension.Action };

    public Task<Result<Done>> Undo(Actor actor, LoggedAct act, string reason, CancellationToken cancel) =>
        Suspension.Read(act.Before) is { } earlier
            ? suspend.Run(actor, new SuspendMember.Input(act.Subject.Id, earlier.Reason, earlier.Until), reason, cancel)
            : end.Run(actor, act.Subject.Id, reason, cancel);
}
