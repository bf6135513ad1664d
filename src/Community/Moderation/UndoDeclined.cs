using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Moderation;

/// <summary>Opens declined reports again. <see cref="SettleReports"/> does it on seeing which entry is taken back.</summary>
internal sealed class UndoDeclined(CommunityData data, TimeProvider time) : IUndo
{
    private const string Reopen = "reopen-reports";

    public IReadOnlySet<string> Actions { get; } = new HashSet<string> { DeclineReports.Action, Reopen };

    public Task<Result<Done>> Undo(Actor actor, LoggedAct act, string reason, CancellationToken cancel) => data.Write<Done>(async db =>
    {
        if (actor.WhyNotModerate(time.GetUtcNow()) is { } problem)
            return problem;
        if (Undoing.Entry is not { } entry || !await db.Reports.AnyAsync(r => r.HandledIn == entry, cancel))
            return Problem.Conflict("cannot-undo");
        db.Raise(new StaffActed(actor.MemberId, Reopen, act.Subject, null, reason));
        return Done.Yes;
    }, cancel);
}
