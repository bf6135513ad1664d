using Community.Forums;
using Community.Members;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Community.Web.Forums.Api;

/// <summary>What moderators do to topics.</summary>
internal static class TopicDeskApi
{
    public static void MapTopicDeskApi(this IEndpointRouteBuilder app)
    {
        var topics = app.MapApi("Moderation");
        topics.MapPut("/topics/{number:long}/lock", (long number, Client.Because why, LockTopic act, CurrentActor current, CancellationToken cancel) => Lock(number, true, why.Reason, act, current, cancel))
            .Named("LockTopic", "Closes a topic for replies").Needs(TokenScope.Staff);
        topics.MapPost("/topics/{number:long}/unlock", (long number, Client.Because why, LockTopic act, CurrentActor current, CancellationToken cancel) => Lock(number, false, why.Reason, act, current, cancel))
            .Named("UnlockTopic", "Opens a locked topic again").Needs(TokenScope.Staff);
        topics.MapPut("/topics/{number:long}/pin", (long number, Client.Because why, PinTopic act, CurrentActor current, CancellationToken cancel) => Pin(number, true, why.Reason, act, current, cancel))
            .Named("PinTopic", "Puts a topic before the others of its forum").Needs(TokenScope.Staff);
        topics.MapPost("/topics/{number:long}/unpin", (long number, Client.Because why, PinTopic act, CurrentActor current, CancellationToken cancel) => Pin(number, false, why.Reason, act, current, cancel))
            .Named("UnpinTopic", "Lets a pinned topic stand among the others again").Needs(TokenScope.Staff);
        topics.MapPut("/topics/{number:long}/live", Live).Named("RunLiveThread", "Runs a topic as a live thread, or no longer", "Runs a topic as a live thread, or no longer: who hosts it, who may write, and how often.").Needs(TokenScope.Staff);
        topics.MapPut("/topics/{number:long}/forum", Move).Named("MoveTopic", "Moves a topic to another forum", "Moves a topic to another forum; who may read it follows.").Needs(TokenScope.Staff);
    }

    private static async Task<Results<NoContent, ApiProblem>> Lock(long number, bool to, string? reason, LockTopic act, CurrentActor current, CancellationToken cancel) =>
        (await act.Run(current.Actor, new LockTopic.Input(number, to, reason), cancel)).Nothing();

    private static async Task<Results<NoContent, ApiProblem>> Pin(long number, bool to, string? reason, PinTopic act, CurrentActor current, CancellationToken cancel) =>
        (await act.Run(current.Actor, new PinTopic.Input(number, to, reason), cancel)).Nothing();

    private static async Task<Results<NoContent, ApiProblem>> Live(long number, Client.LiveThread wanted, RunLiveThread act, CurrentActor current, CancellationToken cancel) =>
        (await act.Run(current.Actor, new RunLiveThread.Input(number, wanted.IsLive, wanted.IsReadOnly, wanted.SlowSeconds, wanted.SlowUntil, wanted.Hosts ?? [], wanted.Reason), cancel)).Nothing();

    private static async Task<Results<NoContent, ApiProblem>> Move(long number, Client.TopicMove wanted, MoveTopic act, CurrentActor current, CancellationToken cancel) =>
        (await act.Run(current.Actor, new MoveTopic.Input(number, wanted.Forum ?? "", wanted.Reason), cancel)).Nothing();
}
