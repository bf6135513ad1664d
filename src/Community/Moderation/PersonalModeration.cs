using Community.Data;
using Community.Shared;
using Community.Shared.Personal;
using Microsoft.EntityFrameworkCore;

namespace Community.Moderation;

/// <summary>What people reported, what was reported of them, and what the staff decided about them or, being staff, they decided.</summary>
internal sealed class PersonalModeration(EraseLogPayloads payloads) : IPersonalData
{
    public IReadOnlyList<PersonalTable> Tables { get; } =
    [
        PersonalTable.Of(
            "reports", Erasing.Blanked, (db, m) => db.Reports.Where(r => r.ReporterId == m), nameof(Report.ReporterId), nameof(Report.Note), nameof(Report.HandledBy))
            with { WithWords = (db, m, cancel) => db.Reports.CountAsync(r => r.ReporterId == m && r.Note != "", cancel) },
        PersonalTable.Of("reports-about", Erasing.Deleted, (db, m) => db.Reports.Where(r => r.SubjectKind == ContentKind.Member && r.SubjectId == m), nameof(Report.SubjectId))
            with { NotExported = "What others confided to the moderators is theirs." },
        PersonalTable.Of("decisions", Erasing.Deleted, (db, m) => db.LogPayloads.Where(p => p.MemberId == m)),
        PersonalTable.Of("staff-acts", Erasing.Deleted, (db, m) => db.LogPayloads.Where(p => p.ActorId == m)),
        PersonalTable.Of("log", Erasing.Kept, (db, m) => db.Log.Where(e => e.SubjectKind == ContentKind.Member && e.SubjectId == m), nameof(LogEntry.SubjectId))
            with { NotExported = "Its content is exported with the decisions.", KeptBecause = "The chain of hashes holds the number of the former member, and nothing else about them." },
    ];

    public IEnumerable<PersonalRows> Export(CommunityDb db, long memberId) =>
    [
        new("reports", db.Reports.Where(r => r.ReporterId == memberId).OrderBy(r => r.Id)
            .Select(r => new { About = r.SubjectKind, r.SubjectId, r.Reason, r.Note, r.At, r.State }).AsAsyncEnumerable()),
        // Who decided, and what they noted for their colleagues, is not the member's; what a suspended member was told is.
        new("decisions", db.LogPayloads.Where(p => p.MemberId == memberId).Join(db.Log, p => p.Sequence, e => e.Sequence, (p, e) => new { p, e }).OrderBy(x => x.e.Sequence)
            .Select(x => new { x.e.At, x.e.Action, About = x.e.SubjectKind, x.e.SubjectId, Told = x.e.Action == "suspend-member" ? x.p.After : null }).AsAsyncEnumerable()),
        new("staff-acts", db.LogPayloads.Where(p => p.ActorId == memberId).Join(db.Log, p => p.Sequence, e => e.Sequence, (p, e) => new { p, e }).OrderBy(x => x.e.Sequence)
            .Select(x => new { x.e.At, x.e.Action, About = x.e.SubjectKind, x.e.SubjectId, x.p.Reason }).AsAsyncEnumerable()),
    ];

    public async Task EraseRest(CommunityData data, ErasedPerson person, CancellationToken cancel)
    {
        var me = person.MemberId;
        await data.InBatches(
            db => db.Reports.Where(r => r.ReporterId == me && r.Note != "").OrderBy(r => r.Id).Take(Batches.Size).ExecuteUpdateAsync(r => r.SetProperty(x => x.Note, ""), cancel), cancel);
        await data.InBatches(
            db => db.Reports.Where(r => r.SubjectKind == ContentKind.Member && r.SubjectId == me).OrderBy(r => r.Id).Take(Batches.Size).ExecuteDeleteAsync(cancel), cancel);
        await Notes(data, person, cancel);
        await payloads.Run(data, person, cancel);
    }

    private static async Task Notes(CommunityData data, ErasedPerson person, CancellationToken cancel)
    {
        var (mention, page) = PersonNames.Patterns(person);
        var notes = await data.Read(db => db.Reports.Where(r => EF.Functions.Like(SqlText.Lower(r.Note), mention) || EF.Functions.Like(SqlText.Lower(r.Note), page)).Select(r => new { r.Id, r.Note }).ToListAsync(cancel), cancel);
        foreach (var report in notes)
        {
            var note = person.Without(report.Note);
            await data.Write<int>(async db => await db.Reports.Where(r => r.Id == report.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Note, note), cancel), cancel);
        }
    }
}
