using Community.Shared;

namespace Community.Members;

/// <summary>Gives a member the role back that they had.</summary>
internal sealed class UndoRole(ChangeRole changeRole) : IUndo
{
    public IReadOnlySet<string> Actions { get; } = new HashSet<string> { ChangeRole.Action };

    public async Task<Result<Done>> Undo(Actor actor, LoggedAct act, string reason, CancellationToken cancel) =>
        Enum.TryParse<Role>(act.Before, out var role)
            ? await changeRole.Run(actor, new ChangeRole.Input(act.Subject.Id, role, reason), cancel)
            : Problem.Conflict("cannot-undo");
}
