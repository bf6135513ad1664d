using Community.Data;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Moderation;

/// <summary>What waits for a moderator: reported and held, the most severe first, then the oldest.</summary>
public sealed class ReadQueue(CommunityData data, NameContent names, IEnumerable<IModerated> moderated)
{
    public Task<Result<Page<QueueItem>>> Run(Actor actor, string? after = null, CancellationToken cancel = default) => data.Read<Result<Page<QueueItem>>>(async db =>
    {
        if (!actor.IsModerator)
            return Problem.NotFound();
        var from = Cursor.Read(after) ?? new Cursor(long.MaxValue, 0);
        var rows = (await Reported(db, from, cancel)).Concat(await Held(db, actor, from, cancel))
            .OrderByDescending(r => r.Weight).ThenBy(r => r.First).Take(QueueLimits.PageSize + 1).ToList();
        var page = Page<Row>.Of(rows, QueueLimits.PageSize, r => new Cursor(r.Weight, r.First));
        return new Page<QueueItem>(await Items(db, actor, page.Items, cancel), page.Next);
    }, cancel);

    private static async Task<IEnumerable<Row>> Reported(CommunityDb db, Cursor from, CancellationToken cancel)
    {
        var (weight, first) = (from.Key ?? long.MaxValue, from.Id);
        var rows = await db.Reports.Where(r => r.State == ReportState.Open)
            .GroupBy(r => new { r.SubjectKind, r.SubjectId })
            .Select(g => new { g.Key.SubjectKind, g.Key.SubjectId, Weight = g.Sum(r => r.Weight), First = g.Min(r => r.Id) })
            .Where(r => r.Weight < weight || (r.Weight == weight && r.First > first))
            .OrderByDescending(r => r.Weight).ThenBy(r => r.First)
            .Take(QueueLimits.PageSize + 1)
            .ToListAsync(cancel);
        return rows.Select(r => new Row(new ContentRef(r.SubjectKind, r.SubjectId), r.Weight, r.First));
    }

    private async Task<List<Row>> Held(CommunityDb db, Actor actor, Cursor from, CancellationToken cancel)
    {
        var rows = new List<Row>();
        if (from.Key < QueueLimits.HeldSeverity)
            return rows;
        var after = from.Key == QueueLimits.HeldSeverity ? from.Id : 0;
        foreach (var kind in moderated)
        {
            var held = await kind.Held(db, actor, after, QueueLimits.PageSize + 1, cancel);
            var ids = held.Select(h => h.Content.Id).ToList();

            // What is reported as well stands in the queue once, with the weight of its reports.
            var reported = await db.Reports
                .Where(r => r.State == ReportState.Open && r.SubjectKind == kind.Kind && ids.Contains(r.SubjectId))
                .Select(r => r.SubjectId).Distinct().ToListAsync(cancel);
            rows.AddRange(held.Where(h => !reported.Contains(h.Content.Id)).Select(h => new Row(h.Content, QueueLimits.HeldSeverity, h.Content.Id)));
        }

        return rows;
    }

    private async Task<IReadOnlyList<QueueItem>> Items(CommunityDb db, Actor actor, IReadOnlyList<Row> rows, CancellationToken cancel)
    {
        var content = new Dictionary<ContentRef, ModeratedItem>();
        foreach (var kind in moderated)
        {
            foreach (var item in await kind.Find(db, actor, [.. rows.Where(r => r.Content.Kind == kind.Kind).Select(r => r.Content.Id)], cancel))
                content[item.Content] = item;
        }

        var reports = await Reports(db, rows, cancel);
        var lines = await names.Run(db, rows.Select(r => r.Content), cancel);
        var people = await People(db, [.. content.Values.Select(c => c.AuthorId).OfType<long>(), .. rows.Where(r => r.Content.Kind == ContentKind.Member).Select(r => r.Content.Id), .. reports.SelectMany(r => r).Select(r => r.ReporterId)], cancel);
        return [.. rows.Select(Item)];

        QueueItem Item(Row row)
        {
            var item = content.GetValueOrDefault(row.Content);
            var author = row.Content.Kind == ContentKind.Member ? row.Content.Id : item?.AuthorId ?? 0;
            return new QueueItem(
                row.Content, row.Weight, Ids.TimeOf(row.First), lines.GetValueOrDefault(row.Content), item?.Excerpt ?? "", people.GetValueOrDefault(author), item?.State,
                reports[row.Content].CountBy(r => r.Reason).ToDictionary(),
                [.. reports[row.Content].Take(QueueLimits.Notes).Select(r => new QueueNote(people.GetValueOrDefault(r.ReporterId), r.Reason, r.Note))]);
        }
    }

    private static async Task<ILookup<ContentRef, Report>> Reports(CommunityDb db, IReadOnlyList<Row> rows, CancellationToken cancel)
    {
        var ids = rows.Select(r => r.Content.Id).ToList();
        var open = await db.Reports.Where(r => r.State == ReportState.Open && ids.Contains(r.SubjectId)).OrderByDescending(r => r.Id).ToListAsync(cancel);
        return open.ToLookup(r => new ContentRef(r.SubjectKind, r.SubjectId));
    }

    private static Task<Dictionary<long, MemberSummary>> People(CommunityDb db, IReadOnlyCollection<long> ids, CancellationToken cancel) =>
        db.Members.Where(m => ids.Contains(m.Id)).Select(MemberSummary.From).ToDictionaryAsync(m => m.Id, cancel);

    /// <param name="First">The id of the first report or of the held post; ids are in order of time.</param>
    private sealed record Row(ContentRef Content, int Weight, long First);
}
