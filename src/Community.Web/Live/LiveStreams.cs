using System.Collections.Concurrent;
using System.Globalization;
using Community.Live;
using Community.Shared;
using Community.Web.Hosting;
using Microsoft.Extensions.Options;

namespace Community.Web.Live;

/// <summary>Counts the open streams and connections, together and of each reader.</summary>
internal sealed class LiveStreams(IOptions<LiveLimits> limits)
{
    private readonly ConcurrentDictionary<string, int> perReader = new();
    private int all;

    /// <summary>A place for one more stream, or nothing where the reader or the server has enough.</summary>
    public IDisposable? Enter(string reader)
    {
        if (perReader.AddOrUpdate(reader, 1, (_, open) => open + 1) > limits.Value.StreamsPerReader | Interlocked.Increment(ref all) > limits.Value.Streams)
        {
            Leave(reader);
            return null;
        }

        return new Open(this, reader);
    }

    public static string ReaderOf(HttpContext http, Actor actor) => actor.MemberId is { } member
        ? "m" + member.ToString(CultureInfo.InvariantCulture)
        : "a" + CallerAddress.Of(http.Connection.RemoteIpAddress).ToString(CultureInfo.InvariantCulture);

    private void Leave(string reader)
    {
        Interlocked.Decrement(ref all);
        while (perReader.TryGetValue(reader, out var open) && !(open == 1 ? perReader.TryRemove(new(reader, 1)) : perReader.TryUpdate(reader, open - 1, open)))
        {
        }
    }

    private sealed class Open(LiveStreams streams, string reader) : IDisposable
    {
        public void Dispose() => streams.Leave(reader);
    }
}
