using System.Net;

namespace Community.Client;

/// <summary>Whether a call that failed is tried again, and when.</summary>
internal sealed class RetryRule(CommunityClientOptions options)
{
    /// <param name="call">What failed.</param>
    /// <param name="tried">How often it was tried before.</param>
    /// <param name="answer">The answer.</param>
    /// <returns>How long to wait; null for never again.</returns>
    public TimeSpan? After(Call call, int tried, HttpResponseMessage answer)
    {
        // 429 is said before anything is done; the others may come from a proxy behind which all was done.
        var isSafe = answer.StatusCode == HttpStatusCode.TooManyRequests || (IsLost(answer) && call.IsRepeatable);
        return isSafe ? Wait(tried, AskedBy(answer)) : null;
    }

    public TimeSpan? After(Call call, int tried, HttpRequestException failure)
    {
        var isSafe = failure.HttpRequestError switch
        {
            HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError => true,
            HttpRequestError.ResponseEnded or HttpRequestError.HttpProtocolError or HttpRequestError.Unknown => call.IsRepeatable,
            // A wrong certificate is wrong a moment later, too.
            _ => false,
        };
        return isSafe ? Wait(tried, null) : null;
    }

    /// <summary>Whether what was asked may have been done although the answer does not say so.</summary>
    public static bool IsLost(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    public TimeSpan? AskedBy(HttpResponseMessage answer) => answer.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } date } => date - options.Time.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
        _ => null,
    };

    private TimeSpan? Wait(int tried, TimeSpan? asked)
    {
        if (tried >= options.Retries || asked > options.LongestWait)
            return null;
        if (asked is { } wait)
            return wait;

        // Not all at the same moment: those who lost a server together must not come back together.
        var doubled = options.FirstWait * Math.Pow(2, tried) * (0.75 + (Random.Shared.NextDouble() / 2));
        return doubled < options.LongestWait ? doubled : options.LongestWait;
    }
}
