using Microsoft.Extensions.Caching.Memory;

namespace Community.Web.Hosting;

/// <summary>
/// Work that is done anew, once for all who ask, when its version has risen, and then not before a pause is over: whoever
/// asks within the pause waits for its end and has what is newest by then.
/// </summary>
internal sealed class PacedWork<TKey, TValue>(TimeProvider time, TimeSpan pause, TimeSpan kept, int most) : IDisposable
    where TKey : notnull
{
    private readonly MemoryCache places = new(new MemoryCacheOptions { SizeLimit = most, ExpirationScanFrequency = kept });
    private readonly Lock gate = new();

    /// <param name="key">What is asked for.</param>
    /// <param name="version">Its version by now. It is read before the work begins, whose outcome may so be newer and never older.</param>
    /// <param name="work">Makes it; it is told the version.</param>
    public Task<TValue> Of(TKey key, Func<long> version, Func<long, Task<TValue>> work)
    {
        Place? place;
        lock (gate)
        {
            place = places.GetOrCreate(key, entry =>
            {
                entry.SetSlidingExpiration(kept).SetSize(1);
                return new Place(time, pause, kept);
            });
        }

        return place!.Of(version, work);
    }

    public void Dispose() => places.Dispose();

    private sealed class Place(TimeProvider time, TimeSpan pause, TimeSpan kept)
    {
        private readonly Lock gate = new();
        private Lazy<Task<TValue>>? last;
        private Lazy<Task<TValue>>? next;
        private long known;
        private long began;

        public Task<TValue> Of(Func<long> version, Func<long, Task<TValue>> work)
        {
            var wanted = version();
            Lazy<Task<TValue>> mine;
            lock (gate)
            {
                if (next is null && last is { Value: { IsFaulted: false, IsCanceled: false } done } && known >= wanted && time.GetElapsedTime(began) < kept)
                    return done;
                if (next is { IsValueCreated: true, Value.IsFaulted: true })
                    next = null;
                mine = next ??= new Lazy<Task<TValue>>(() => Run(version, work));
            }

            return mine.Value;
        }

        private async Task<TValue> Run(Func<long> version, Func<long, Task<TValue>> work)
        {
            // Others who ask are given this task at once.
            await Task.Yield();
            var left = last is null ? TimeSpan.Zero : pause - time.GetElapsedTime(began);
            if (left > TimeSpan.Zero)
                await Task.Delay(left, time);
            lock (gate)
            {
                (last, next) = (next, null);
                (began, known) = (time.GetTimestamp(), version());
            }

            return await work(known);
        }
    }
}
