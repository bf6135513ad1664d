using Community.Data;
using Community.Members;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Moderation;

/// <summary>A member tells the moderators of a post or of another member.</summary>
public sealed class ReportContent(CommunityData data, SiteCache site, Ids ids, TimeProvider time, IEnumerable<IModerated> moderated)
{
    public sealed record Input(Guid Key, ContentRef Content, ReportReason Reason, string Note);

    public async Task<Result<long>> Run(Actor actor, Input input, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow();
        if ((actor.WhyNotTakePart(now) ?? ReportRules.WhyNotSay(input.Reason, input.Note)) is { } problem)
            return problem;
        var me = actor.MemberId!.Value;
        var today = CommunityDay.StartOf(now, (await site.Get(cancel)).TimeZone);

        return await data.Write<long>(async db =>
        {
            if (await db.FirstResultOf(me, input.Key, cancel) is { } first)
                return first;
            var (found, author) = await Find(db, actor, input.Content, cancel);
            if (!found)
                return Problem.NotFound();
            if ((ReportRules.WhyNotAbout(actor, author) ?? await WhyNotNow(db, me, input.Content, today, now, cancel)) is { } refused)
                return refused;

            var report = new Report
            {
                Id = ids.Next(),
                SubjectKind = input.Content.Kind,
                SubjectId = input.Content.Id,
                ReporterId = me,
                Reason = input.Reason,
                Note = input.Note.Trim(),
                Weight = ReportRules.WeightOf(actor),
                At = now,
            };
            db.Reports.Add(report);
            db.Receipts.Add(new Receipt { MemberId = me, Key = input.Key, ContentId = report.Id, At = now });
            return report.Id;
        }, cancel);
    }

    private static async Task<Problem?> WhyNotNow(
        CommunityDb db, long me, ContentRef content, DateTimeOffset today, DateTimeOffset now, CancellationToken cancel)
    {
        var mine = await db.Reports.About(content).Where(r => r.ReporterId == me).OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancel);
        if (mine is { State: ReportState.Open })
            return Problem.Conflict("report-open");
        if (mine?.HandledAt + ReportLimits.AgainAfter - now is { } wait && wait > TimeSpan.Zero)
            return Problem.TooFast("report-decided", wait);
        return await db.Reports.CountAsync(r => r.ReporterId == me && r.At >= today, cancel) >= ReportLimits.PerDay
            ? Problem.TooFast("report-limit", today.AddDays(1) - now)
            : null;
    }

    private async Task<(bool Found, long? Author)> Find(CommunityDb db, Actor actor, ContentRef content, CancellationToken cancel)
    {
        if (content.Kind == ContentKind.Member)
            return (await db.Members.AnyAsync(m => m.Id == content.Id && m.State != MemberState.Erased, cancel), content.Id);
        var port = moderated.FirstOrDefault(m => m.Kind == content.Kind);
        var item = port is null ? null : (await port.Find(db, actor, [content.Id], cancel)).SingleOrDefault();

        // What is hidden or gone already needs no report.
        return (item is { State: ContentState.Visible }, item?.AuthorId);
    }
}
