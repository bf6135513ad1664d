using Community.Discussions.Contract;
using Community.Discussions.Following;
using Community.Shared;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Discussions;

internal static class FollowEndpoints
{
    public static void MapFollows(this WebApplication app) =>
        app.MapPost("/me/follows/{kind}/{id:long}/{level}", Set).RequireAuthorization(Policies.Member);

    private static async Task<IResult> Set(
        string kind, long id, string level, [FromForm(Name = "return")] string? back, SetFollow set, CurrentActor current, CancellationToken cancel) =>
        Read<FollowKind>(kind) is { } of && Read<FollowLevel>(level) is { } wanted
            ? (await set.Run(current.Actor, new SetFollow.Input(of, id, wanted), cancel)).Then(_ => ReturnPath.Of(back))
            : new ProblemAnswer(Problem.NotFound());

    private static T? Read<T>(string text)
        where T : struct, Enum => Enum.TryParse<T>(text, true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0]) ? value : null;
}
