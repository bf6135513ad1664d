using Community.Shared;

namespace Community.Moderation;

internal static class ReportQueries
{
    public static IQueryable<Report> About(this IQueryable<Report> reports, ContentRef subject)
    {
        var (kind, id) = subject;
        return reports.Where(r => r.SubjectKind == kind && r.SubjectId == id);
    }

    public static IQueryable<Report> OpenAbout(this IQueryable<Report> reports, ContentRef subject) =>
        reports.About(subject).Where(r => r.State == ReportState.Open);
}
