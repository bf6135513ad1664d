using Community.Members;
using Community.Moderation;
using Community.Shared;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Moderation.Api;

internal static class ReportsApi
{
    public static void MapReportsApi(this IEndpointRouteBuilder app)
    {
        var reports = app.MapApi("Reports");
        reports.MapPost("/posts/{id}/reports", AboutPost).Named("ReportPost", "Tells the moderators of a post").Needs(TokenScope.Write);
        reports.MapPost("/members/{handle}/reports", AboutMember).Named("ReportMember", "Tells the moderators of a member").Needs(TokenScope.Write);
    }

    private static Task<Results<Created<Client.GivenReport>, ApiProblem>> AboutPost(
        string id, Client.NewReport report, [FromHeader(Name = "Idempotency-Key")] string? key, ReportContent act, CurrentActor current, CancellationToken cancel) =>
        Give(new ContentRef(ContentKind.Post, id.ToId()), report, key, act, current, cancel);

    private static async Task<Results<Created<Client.GivenReport>, ApiProblem>> AboutMember(
        string handle, Client.NewReport report, [FromHeader(Name = "Idempotency-Key")] string? key, ReadMember members, ReportContent act, CurrentActor current, CancellationToken cancel)
    {
        var member = await members.Run(handle, cancel);
        return member.Ok
            ? await Give(new ContentRef(ContentKind.Member, member.Value.Person.Id), report, key, act, current, cancel)
            : new ApiProblem(member.Problem);
    }

    private static async Task<Results<Created<Client.GivenReport>, ApiProblem>> Give(
        ContentRef content, Client.NewReport report, string? key, ReportContent act, CurrentActor current, CancellationToken cancel)
    {
        if (SameName<Client.ReportReason, ReportReason>.Find(report.Reason) is not { } reason)
            return new ApiProblem(Problem.Invalid("reason", "report-reason-unknown"));
        var once = Wire.Key(key);
        if (!once.Ok)
            return new ApiProblem(once.Problem);
        var done = await act.Run(current.Actor, new ReportContent.Input(once.Value, content, reason, report.Note ?? ""), cancel);
        return done.Ok ? TypedResults.Created((string?)null, new Client.GivenReport(done.Value.Id())) : new ApiProblem(done.Problem);
    }
}
