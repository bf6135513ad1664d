using System.ComponentModel.DataAnnotations;

namespace Community.Live;

/// <summary>The section <c>Community:Live</c>: what one reader may hold open, and how often they are told.</summary>
public sealed class LiveLimits
{
    public const string Section = "Community:Live";

    // In milliseconds; the least that is told, of 200 readers where nothing else is set.
    private const int Step = 50;
    private const int LongestSpread = 5_000;

    /// <summary>Streams of one member, or of one address without a member: a browser with many pages open.</summary>
    [Range(1, 100_000)]
    public int StreamsPerReader { get; set; } = 50;

    /// <summary>Streams of this server together.</summary>
    [Range(1, 1_000_000)]
    public int Streams { get; set; } = 10_000;

    /// <summary>The shortest time between two signals to one reader, in milliseconds; what happens meanwhile is one signal.</summary>
    [Range(0, 60_000)]
    public int MillisecondsBetweenSignals { get; set; } = 500;

    /// <summary>
    /// What changed is fetched by all who were told of it, this often in a second at most: the more readers, the longer is the time over
    /// which they spread, so that a thousand pages do not ask in the moment in which others are still being told.
    /// </summary>
    [Range(1, 1_000_000)]
    public int FetchesPerSecond { get; set; } = 4_000;

    /// <summary>Seconds after which a stream ends and the browser opens another, as whoever it is by then.</summary>
    [Range(1, 86_400)]
    public int SecondsOfStream { get; set; } = 600;

    /// <summary>Seconds between two signs of life on a quiet stream, for the proxies on the way.</summary>
    [Range(1, 3_600)]
    public int SecondsBetweenBeats { get; set; } = 25;

    /// <summary>How long a reader may take to take what they are told before they are dropped, in seconds. They come back and catch up.</summary>
    [Range(1, 3_600)]
    public int SecondsToTake { get; set; } = 10;

    /// <summary>A member is taken to write for so long after the last sign of it, in seconds: two of the browser's signs, which come every three.</summary>
    [Range(1, 600)]
    public int SecondsOfWriting { get; set; } = 6;

    /// <summary>Calls of one connection of a program in ten seconds.</summary>
    [Range(1, 1_000_000)]
    public int CallsPerTenSeconds { get; set; } = 100;

    /// <summary>Calls of one member's programs together, or of one address without a member, in ten seconds.</summary>
    [Range(1, 1_000_000)]
    public int ReaderCallsPerTenSeconds { get; set; } = 200;

    /// <summary>Connections of one member's programs, or of one address without a member. They count as streams, too.</summary>
    [Range(1, 100_000)]
    public int ConnectionsPerReader { get; set; } = 20;

    /// <summary>Discussions that one connection of a program watches at a time.</summary>
    [Range(1, 100_000)]
    public int WatchesPerConnection { get; set; } = 50;

    /// <summary>The largest message that a program may send, in bytes.</summary>
    [Range(1_024, 1_048_576)]
    public int LargestMessage { get; set; } = 32 * 1024;

    /// <summary>
    /// Over how many milliseconds the readers of a discussion spread what they fetch: in steps, because it is told to each of them and
    /// is not to tell who else reads.
    /// </summary>
    /// <param name="readers">Those of the discussion on this server.</param>
    public int SpreadOf(int readers) => (int)Math.Min(readers * 1_000L / FetchesPerSecond / Step * Step, LongestSpread);
}
