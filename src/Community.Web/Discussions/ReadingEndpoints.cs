using Community.Discussions;
using Community.Discussions.Reading;
using Community.Discussions.Seen;
using Community.Shared;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Discussions;

/// <summary>What open pages tell of their readers by themselves.</summary>
internal static class ReadingEndpoints
{
    private const int LongestName = 400;

    public static void MapReading(this WebApplication app)
    {
        app.MapPost(Links.Reading, Report).RequireAuthorization(Policies.Member).WithMetadata(new LiveDoorAttribute());
        app.MapGet(Links.Reading, Show).RequireAuthorization(Policies.Member).WithMetadata(new LiveDoorAttribute());
        // A page out of the cache has no token; where it was sent from is asked instead.
        app.MapPost("/seen", See).DisableAntiforgery().WithMetadata(new LiveDoorAttribute());
    }

    /// <summary>By a page that a visitor has open, which may come out of a cache. Whoever asks is told nothing; members are counted by what they read.</summary>
    private static IResult See(HttpContext http, string? discussion, VisitorNotes notes, CurrentActor current)
    {
        var browser = http.Request.Headers.UserAgent.ToString();
        if (!current.Actor.IsMember && QueryNumber.Long(discussion) is { } id && OwnPages.Sent(http.Request) && !Crawlers.IsOne(browser))
            notes.Add(new VisitorNotes.Note(id, CallerAddress.Of(http.Connection.RemoteIpAddress), browser.Length > LongestName ? browser[..LongestName] : browser));
        return Results.NoContent();
    }

    /// <summary>By a page without script, which has no other way to tell than a picture: it counts as read when it is opened.</summary>
    private static async Task<IResult> Show(HttpContext http, string? discussion, string? upto, MarkRead mark, CurrentActor current, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!OwnPages.Show(http.Request) || QueryNumber.Long(discussion) is not { } id || QueryNumber.Int(upto) is not { } number)
            return new ProblemAnswer(Problem.NotFound());
        var done = await mark.Run(current.Actor, new MarkRead.Input(id, number), cancel);
        return done.Ok ? Results.NoContent() : new ProblemAnswer(done.Problem);
    }

    private static async Task<IResult> Report(
        [FromForm] string? discussion, [FromForm] string? upto, [FromForm] string? seconds, ReportReading report, CurrentActor current, CancellationToken cancel)
    {
        if (QueryNumber.Long(discussion) is not { } id || QueryNumber.Int(upto) is not { } number || QueryNumber.Int(seconds) is not { } read)
            return new ProblemAnswer(Problem.NotFound());
        var done = await report.Run(current.Actor, new ReportReading.Input(id, number, read), cancel);
        return done.Ok ? Results.NoContent() : new ProblemAnswer(done.Problem);
    }
}
