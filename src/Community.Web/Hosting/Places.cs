using System.Collections.Concurrent;

namespace Community.Web.Hosting;

/// <summary>Counts what is held open, together and of each holder.</summary>
internal sealed class Places(int perHolder, int together)
{
    private readonly ConcurrentDictionary<string, int> held = new();
    private int all;

    /// <summary>A place that is held until it is disposed, or nothing where the holder or all together have enough.</summary>
    public IDisposable? Enter(string holder)
    {
        if (held.AddOrUpdate(holder, 1, (_, open) => open + 1) > perHolder | Interlocked.Increment(ref all) > together)
        {
            Leave(holder);
            return null;
        }

        return new Place(this, holder);
    }

    private void Leave(string holder)
    {
        Interlocked.Decrement(ref all);
        while (held.TryGetValue(holder, out var open) && !(open == 1 ? held.TryRemove(new(holder, 1)) : held.TryUpdate(holder, open - 1, open)))
        {
        }
    }

    private sealed class Place(Places places, string holder) : IDisposable
    {
        private int isLeft;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isLeft, 1) == 0)
                places.Leave(holder);
        }
    }
}
