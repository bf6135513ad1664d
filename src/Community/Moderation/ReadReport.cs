using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Moderation;

/// <summary>What a member is about to report, and what became of their last report about it.</summary>
public sealed record ReportTarget(ContentRef Content, ContentLine? Name, string Excerpt, ReportState? Mine, DateTimeOffset? MineAt);

public sealed class ReadReport(CommunityData data, NameContent names, IEnumerable<IModerated> moderated)
{
    public Task<Result<ReportTarget>> Run(Actor actor, ContentRef content, CancellationToken cancel = default) => data.Read<Result<ReportTarget>>(async db =>
    {
        if (actor.MemberId is not { } me)
            return Problem.NotFound();
        var excerpt = "";
        if (content.Kind != ContentKind.Member)
        {
            var port = moderated.FirstOrDefault(m => m.Kind == content.Kind);
            var item = port is null ? null : (await port.Find(db, actor, [content.Id], cancel)).SingleOrDefault();
            if (item is not { State: ContentState.Visible })
                return Problem.NotFound();
            excerpt = item.Excerpt;
        }

        var name = (await names.Run(db, [content], cancel)).GetValueOrDefault(content);
        if (name is null && content.Kind == ContentKind.Member)
            return Problem.NotFound();
        var mine = await db.Reports.About(content).Where(r => r.ReporterId == me).OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancel);
        return new ReportTarget(content, name, excerpt, mine?.State, mine?.At);
    }, cancel);
}
