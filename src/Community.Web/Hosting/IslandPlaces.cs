using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Community.Web.Hosting;

/// <summary>
/// Gives each circuit a place, which it holds until it has ended: longer than its connection, and also where the page opens
/// no island in it. Without one a form stays as it was drawn.
/// </summary>
internal sealed class IslandPlaces(IOptions<IslandLimits> limits) : IHubFilter
{
    private static readonly object Connection = new();
    private static readonly AsyncLocal<Opening?> Current = new();
    private readonly Places circuits = new(limits.Value.PerMember, limits.Value.Together);

    // Twice as many: a page that lost its network comes back before its old connection is found dead.
    private readonly Places connections = new(2 * limits.Value.PerMember, 2 * limits.Value.Together);

    /// <summary>For the circuit that is being made: its place, to be given back when it has ended.</summary>
    public static IDisposable? Take()
    {
        if (Current.Value is not { } opening)
            return null;
        opening.IsTaken = true;
        return opening.Place;
    }

    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        if (connections.Enter(MemberOf(context.Context)) is not { } place)
        {
            context.Context.Abort();
            return Task.CompletedTask;
        }

        context.Context.Items[Connection] = place;
        return next(context);
    }

    public Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        (context.Context.Items[Connection] as IDisposable)?.Dispose();
        return next(context, exception);
    }

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (invocationContext.HubMethodName is not ("StartCircuit" or "ResumeCircuit"))
            return await next(invocationContext);
        // Nothing instead of a circuit's name: the browser takes that for "not now" and leaves the page as it is.
        if (circuits.Enter(MemberOf(invocationContext.Context)) is not { } place)
            return null;

        var opening = new Opening(place);
        Current.Value = opening;
        object? name = null;
        try
        {
            return name = await next(invocationContext);
        }
        finally
        {
            if (name is null || !opening.IsTaken)
                place.Dispose();
        }
    }

    private static string MemberOf(HubCallerContext caller) => caller.UserIdentifier ?? "";

    private sealed class Opening(IDisposable place)
    {
        public IDisposable Place => place;

        public bool IsTaken { get; set; }
    }
}
