using Community.Shared;

namespace Community.Discussions;

/// <summary>Brings a post back to the state that it had.</summary>
internal sealed class UndoPostState(ChangePostState change) : IUndo
{
    public IReadOnlySet<string> Actions { get; } = new HashSet<string> { "hide-post", "restore-post", "remove-post", "approve-post", "hold-post" };

    public async Task<Result<Done>> Undo(Actor actor, LoggedAct act, string reason, CancellationToken cancel)
    {
        if (!Enum.TryParse<PostState>(act.Before, out var before) || !Enum.TryParse<PostState>(act.After, out var after))
            return Problem.Conflict("cannot-undo");
        return await change.Run(actor, new ChangePostState.Input(act.Subject.Id, before, reason, after), cancel);
    }
}
