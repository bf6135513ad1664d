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
    private readonly Places connections = new(limits.Value.ConnectionsPerReader, limits.Value.Streams);

    /// <summary>A place for one more stream, or nothing where the reader or the server has enough.</summary>
    public IDisposable? Enter(string reader) => places.Enter(reader);

    /// <summary>A place for one more connection of a program, which is one more stream, too.</summary>
    public IDisposable? Connect(string reader)
    {
        if (connections.Enter(reader) is not { } connection)
            return null;
        if (Enter(reader) is { } stream)
            return new Both(connection, stream);
        connection.Dispose();
        return null;
    }

    public static string ReaderOf(HttpContext http, Actor actor) => actor.MemberId is { } member
        ? "m" + member.ToString(CultureInfo.InvariantCulture)
        : "a" + CallerAddress.Of(http.Connection.RemoteIpAddress).ToString(CultureInfo.InvariantCulture);

    private sealed class Both(IDisposable first, IDisposable second) : IDisposable
    {
        public void Dispose()
        {
            first.Dispose();
            second.Dispose();
        }
    }
}
