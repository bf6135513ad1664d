using System.Collections.Frozen;
using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Moderation;

/// <summary>
/// What the staff does to something answers the open reports about it, wherever it was done from. Runs after
/// <see cref="WriteLog"/>, whose entry it stores with the answer.
/// </summary>
internal sealed class SettleReports : IHandle<StaffActed>
{
    private static readonly FrozenDictionary<string, ReportState> Outcomes = new Dictionary<string, ReportState>
    {
        ["hide-post"] = ReportState.Upheld,
        ["remove-post"] = ReportState.Upheld,
        ["suspend-member"] = ReportState.Upheld,
        ["approve-post"] = ReportState.Declined,
        ["restore-post"] = ReportState.Declined,
        [DeclineReports.Action] = ReportState.Declined,
    }.ToFrozenDictionary();

    public async Task Handle(StaffActed happened, CommunityDb db, CancellationToken cancel)
    {
        var entry = db.Log.Local.MaxBy(e => e.Sequence)!;
        if (entry.Undoes is { } undone)
            await Reopen(db, undone, cancel);
        else if (Outcomes.TryGetValue(happened.Action, out var outcome))
        {
            foreach (var report in await db.Reports.OpenAbout(happened.Subject).ToListAsync(cancel))
                report.Handle(outcome, happened.By, entry.At, entry.Sequence);
        }
    }

    private static async Task Reopen(CommunityDb db, long undone, CancellationToken cancel)
    {
        var handled = await db.Reports.Where(r => r.HandledIn == undone).ToListAsync(cancel);
        foreach (var report in handled)
        {
            // Who reported again meanwhile has an open report already.
            var subject = new ContentRef(report.SubjectKind, report.SubjectId);
            if (!await db.Reports.OpenAbout(subject).AnyAsync(r => r.ReporterId == report.ReporterId, cancel))
                report.Reopen();
        }
    }
}
