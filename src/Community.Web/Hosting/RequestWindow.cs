using System.Collections.Concurrent;

namespace Community.Web.Hosting;

/// <summary>
/// Counts per caller in windows of the clock. By the clock's windows and not by a library's, because the answer says how
/// much is left and when it starts anew, which those do not tell.
/// </summary>
internal sealed class RequestWindow(TimeProvider time, TimeSpan length)
{
    private Window current = new(0);

    /// <summary>Takes one of so many.</summary>
    public Taken Take(UInt128 caller, int limit)
    {
        var now = time.GetUtcNow().UtcTicks;
        var index = now / length.Ticks;
        var window = Volatile.Read(ref current);
        while (window.Index < index)
        {
            // All counts go at once, so that callers who never come back are not kept. Never back to an older window.
            Interlocked.CompareExchange(ref current, new Window(index), window);
            window = Volatile.Read(ref current);
        }

        var count = window.Counts.AddOrUpdate(caller, 1, static (_, before) => before < int.MaxValue ? before + 1 : before);
        return new Taken(count <= limit, limit, Math.Max(0, limit - count), TimeSpan.FromTicks(((index + 1) * length.Ticks) - now));
    }

    /// <param name="Ok">Whether there was one left.</param>
    /// <param name="Reset">Until the next window.</param>
    public readonly record struct Taken(bool Ok, int Limit, int Remaining, TimeSpan Reset)
    {
        public int Seconds => Math.Max(1, (int)Math.Ceiling(Reset.TotalSeconds));
    }

    private sealed class Window(long index)
    {
        public long Index { get; } = index;

        public ConcurrentDictionary<UInt128, int> Counts { get; } = new();
    }
}
