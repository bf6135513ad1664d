using Community.Data;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Moderation;

/// <summary>The log, newest first.</summary>
public sealed class ReadLog(CommunityData data, NameContent names, IEnumerable<IUndo> undoers)
{
    private const int PageSize = 50;

    /// <summary>What to show: everything, or of one acting member, of one action, about one subject.</summary>
    public sealed record Filter(string? Handle = null, string? Action = null, ContentRef? Subject = null);

    public Task<Result<Page<LogLine>>> Run(Actor actor, Filter filter, string? after = null, CancellationToken cancel = default) => data.Read<Result<Page<LogLine>>>(async db =>
    {
        if (!actor.IsModerator)
            return Problem.NotFound();
        var rows = await Rows(db, filter, Cursor.Read(after)?.Id ?? long.MaxValue, cancel);
        var page = Page<Row>.Of(rows, PageSize, r => new Cursor(null, r.Entry.Sequence));
        var later = await Later(db, page.Items, cancel);
        var people = await People(db, page.Items, cancel);
        var lines = await names.Run(db, page.Items.Select(r => SubjectOf(r.Entry)), cancel);
        return new Page<LogLine>([.. page.Items.Select(r => Line(r, later, people, lines))], page.Next);
    }, cancel);

    private static async Task<List<Row>> Rows(CommunityDb db, Filter filter, long before, CancellationToken cancel)
    {
        IQueryable<LogEntry> entries = db.Log;
        if (filter.Handle is { Length: > 0 } handle)
        {
            // From the payloads, whose index is in order of the actor: one who did little is found without reading the whole log.
            var by = await db.Members.Where(m => m.Handle == handle).Select(m => (long?)m.Id).FirstOrDefaultAsync(cancel);
            entries = db.LogPayloads.Where(p => p.ActorId == (by ?? 0)).Join(db.Log, p => p.Sequence, e => e.Sequence, (_, entry) => entry);
        }

        if (filter.Action is { Length: > 0 } action)
            entries = entries.Where(e => e.Action == action);
        if (filter.Subject is var (kind, id))
            entries = entries.Where(e => e.SubjectKind == kind && e.SubjectId == id);
        return await entries.Where(e => e.Sequence < before).OrderByDescending(e => e.Sequence).Take(PageSize + 1)
            .LeftJoin(db.LogPayloads, e => e.Sequence, p => p.Sequence, (entry, payload) => new Row(entry, payload))
            .ToListAsync(cancel);
    }

    /// <summary>What was done later to the same subjects: tells which entries were taken back and which can be.</summary>
    private static async Task<ILookup<ContentRef, LogEntry>> Later(CommunityDb db, IReadOnlyList<Row> page, CancellationToken cancel)
    {
        var first = page.Count == 0 ? long.MaxValue : page[^1].Entry.Sequence;
        var ids = page.Select(r => r.Entry.SubjectId).Distinct().ToList();
        var later = await db.Log.Where(e => ids.Contains(e.SubjectId) && e.Sequence > first).ToListAsync(cancel);
        return later.ToLookup(SubjectOf);
    }

    private static Task<Dictionary<long, MemberSummary>> People(CommunityDb db, IReadOnlyList<Row> page, CancellationToken cancel)
    {
        var ids = page.SelectMany(r => new[] { r.Payload?.ActorId, r.Payload?.MemberId }).OfType<long>().Distinct().ToList();
        return db.Members.Where(m => ids.Contains(m.Id)).Select(MemberSummary.From).ToDictionaryAsync(m => m.Id, cancel);
    }

    private LogLine Line(Row row, ILookup<ContentRef, LogEntry> later, Dictionary<long, MemberSummary> people, IReadOnlyDictionary<ContentRef, ContentLine> lines)
    {
        var (entry, payload) = (row.Entry, row.Payload);
        var subject = SubjectOf(entry);
        var after = later[subject].Where(e => e.Sequence > entry.Sequence).ToList();
        var family = undoers.FirstOrDefault(u => u.Actions.Contains(entry.Action))?.Actions;
        return new LogLine(
            entry.Sequence, entry.At, entry.Action, subject, lines.GetValueOrDefault(subject), Person(payload?.ActorId), Person(payload?.MemberId),
            payload?.Reason, payload?.Before, payload?.After,
            IsErased: payload is null,
            Undoes: entry.Undoes,
            UndoneBy: after.FirstOrDefault(e => e.Undoes == entry.Sequence)?.Sequence,
            CanUndo: payload is not null && family is not null && !after.Any(e => family.Contains(e.Action)));

        MemberSummary? Person(long? id) => id is { } known ? people.GetValueOrDefault(known) : null;
    }

    private static ContentRef SubjectOf(LogEntry entry) => new(entry.SubjectKind, entry.SubjectId);

    private sealed record Row(LogEntry Entry, LogPayload? Payload);
}

/// <summary>An entry as the log shows it.</summary>
/// <param name="By">Null for the system, and where the entry's content was erased.</param>
public sealed record LogLine(
    long Sequence, DateTimeOffset At, string Action, ContentRef Subject, ContentLine? Name, MemberSummary? By, MemberSummary? Member,
    string? Reason, string? Before, string? After, bool IsErased, long? Undoes, long? UndoneBy, bool CanUndo);
