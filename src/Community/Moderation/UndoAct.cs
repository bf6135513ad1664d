using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Moderation;

/// <summary>Takes an act of the staff back from its entry in the log.</summary>
public sealed class UndoAct(CommunityData data, TimeProvider time, IEnumerable<IUndo> undoers)
{
    public async Task<Result<Done>> Run(Actor actor, long sequence, CancellationToken cancel = default)
    {
        if (actor.WhyNotModerate(time.GetUtcNow()) is { } problem)
            return problem;
        var found = await data.Read(
            db => db.Log.Where(e => e.Sequence == sequence)
                .LeftJoin(db.LogPayloads, e => e.Sequence, p => p.Sequence, (entry, payload) => new { entry, payload })
                .FirstOrDefaultAsync(cancel),
            cancel);
        if (found is null)
            return Problem.NotFound();
        if (undoers.FirstOrDefault(u => u.Actions.Contains(found.entry.Action)) is not { } undoer || found.payload is null)
            return Problem.Conflict("cannot-undo");
        var subject = new ContentRef(found.entry.SubjectKind, found.entry.SubjectId);
        if (await IsOvertaken(sequence, subject, undoer.Actions, cancel))
            return Problem.Conflict("changed-since");

        // The opposite act decides on fresh rows, so two who take back the same at once are told apart there.
        var act = new LoggedAct(found.entry.Action, subject, found.payload.Before, found.payload.After);
        return await Undoing.Of(sequence, () => undoer.Undo(actor, act, UndoReason.Of(sequence), cancel));
    }

    private Task<bool> IsOvertaken(long sequence, ContentRef subject, IReadOnlySet<string> family, CancellationToken cancel)
    {
        var (kind, id) = subject;
        return data.Read(
            db => db.Log.AnyAsync(e => e.SubjectKind == kind && e.SubjectId == id && e.Sequence > sequence && family.Contains(e.Action), cancel),
            cancel);
    }
}
