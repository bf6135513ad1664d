using Community.Discussions.Reading;
using Community.Shared;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Discussions;

/// <summary>What open pages tell of their readers by themselves.</summary>
internal static class ReadingEndpoints
{
    public static void MapReading(this WebApplication app) =>
        app.MapPost(Links.Reading, Report).RequireAuthorization(Policies.Member).WithMetadata(new LiveDoorAttribute());

    private static async Task<IResult> Report(
        [FromForm] string? discussion, [FromForm] string? upto, [FromForm] string? seconds, ReportReading report, CurrentActor current, CancellationToken cancel)
    {
        if (QueryNumber.Long(discussion) is not { } id || QueryNumber.Int(upto) is not { } number || QueryNumber.Int(seconds) is not { } read)
            return new ProblemAnswer(Problem.NotFound());
        var done = await report.Run(current.Actor, new ReportReading.Input(id, number, read), cancel);
        return done.Ok ? Results.NoContent() : new ProblemAnswer(done.Problem);
    }
}
