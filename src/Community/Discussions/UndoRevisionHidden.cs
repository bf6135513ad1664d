using System.Globalization;
using Community.Shared;

namespace Community.Discussions;

/// <summary>Lets a former text be read again, or hides it again.</summary>
internal sealed class UndoRevisionHidden(HideRevision change) : IUndo
{
    public IReadOnlySet<string> Actions { get; } = new HashSet<string> { HideRevision.Hide, HideRevision.Show };

    public async Task<Result<Done>> Undo(Actor actor, LoggedAct act, string reason, CancellationToken cancel) =>
        int.TryParse(act.Before, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? await change.Run(actor, new HideRevision.Input(act.Subject.Id, version, act.Action == HideRevision.Show, reason), cancel)
            : Problem.Conflict("cannot-undo");
}
