using System.Globalization;
using Community.Live;
using Community.Shared;
using Community.Web.Hosting;
using Microsoft.Extensions.Options;

namespace Community.Web.Live;

/// <summary>Counts the open streams and connections, together and of each reader.</summary>
internal sealed class LiveStreams(IOptions<LiveLimits> limits)
{
    private readonly Places places = new(limits.Value.StreamsPerReader, limits.Value.Streams);

    /// <summary>A place for one more stream, or nothing where the reader or the server has enough.</summary>
    public IDisposable? Enter(string reader) => places.Enter(reader);

    public static string ReaderOf(HttpContext http, Actor actor) => actor.MemberId is { } member
        ? "m" + member.ToString(CultureInfo.InvariantCulture)
        : "a" + CallerAddress.Of(http.Connection.RemoteIpAddress).ToString(CultureInfo.InvariantCulture);
}
