using Community.Live;
using Community.Web.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Community.Web.Live;

/// <summary>Refuses the calls of a connection that makes too many, or of a caller over all of theirs, and logs those that failed for no reason of the caller.</summary>
internal sealed partial class LiveCallLimit(TimeProvider time, IOptions<LiveLimits> limits, ILogger<LiveCallLimit> logger) : IHubFilter
{
    private static readonly object Counted = new();
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private readonly RequestWindow perReader = new(time, Window);

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        // One call of a connection is carried out at a time, so nothing here needs a lock.
        var items = invocationContext.Context.Items;
        var now = time.GetUtcNow();
        if (!items.TryGetValue(Counted, out var found) || found is not Calls calls || calls.Since + Window <= now)
            items[Counted] = calls = new Calls(now);
        if (++calls.Count > limits.Value.CallsPerTenSeconds || !perReader.Take(ReaderOf(invocationContext.Context), limits.Value.ReaderCallsPerTenSeconds).Ok)
            throw new HubException("too-many-requests");
        try
        {
            return await next(invocationContext);
        }
        catch (Exception failure) when (failure is not (HubException or OperationCanceledException))
        {
            Failed(logger, invocationContext.HubMethodName, failure);
            throw;
        }
    }

    private static UInt128 ReaderOf(HubCallerContext caller)
    {
        var http = caller.GetHttpContext()!;
        return CallerAddress.Of(TokenAuthentication.HolderOf(http)?.Actor.MemberId, http.Connection.RemoteIpAddress);
    }

    [LoggerMessage(LogLevel.Error, "The hub could not do {Method}")]
    private static partial void Failed(ILogger logger, string method, Exception failure);

    private sealed class Calls(DateTimeOffset since)
    {
        public DateTimeOffset Since { get; } = since;

        public int Count { get; set; }
    }
}
