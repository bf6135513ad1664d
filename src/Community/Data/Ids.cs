using System.Security.Cryptography;

namespace Community.Data;

/// <summary>
/// 64-bit ids in order of time: 42 bits of milliseconds since 1970 and 21 bits that start at random in each millisecond
/// and count up, so that two nodes do not meet.
/// </summary>
public sealed class Ids(TimeProvider time)
{
    private const int TailBits = 21;
    private long last;

    public long Next() => After((time.GetUtcNow().ToUnixTimeMilliseconds() << TailBits) | (long)RandomNumberGenerator.GetInt32(1 << (TailBits - 1)));

    private long After(long candidate)
    {
        while (true)
        {
            var seen = Volatile.Read(ref last);
            var next = Math.Max(seen + 1, candidate);
            if (Interlocked.CompareExchange(ref last, next, seen) == seen)
                return next;
        }
    }

    /// <summary>An id for content from elsewhere, in the order of its own time.</summary>
    /// <param name="at">When the content was written; before 1970 counts as 1970.</param>
    /// <param name="seed">
    /// Tells apart what was written in the same millisecond; the same content gives the same id. Two numbers of one source meet only
    /// where they are millions apart: many sources know the day alone, and all of a day would fall on one millisecond.
    /// </param>
    public static long At(DateTimeOffset at, long seed) =>
        (Math.Max(0, at.ToUnixTimeMilliseconds()) << TailBits) | ((seed ^ Mix(seed >> TailBits)) & ((1L << TailBits) - 1));

    /// <summary>The lowest id of what is written at or after a time: turns "since" into a range of ids.</summary>
    public static long First(DateTimeOffset at) => Math.Max(0, at.ToUnixTimeMilliseconds()) << TailBits;

    public static DateTimeOffset TimeOf(long id) => DateTimeOffset.FromUnixTimeMilliseconds(id >> TailBits);

    private static long Mix(long x)
    {
        // The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
        var z = unchecked((ulong)x + 0x9E3779B97F4A7C15UL);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return (long)(z ^ (z >> 31)) & long.MaxValue;
    }
}
