using Microsoft.Extensions.Caching.Memory;

namespace Community.Web.Hosting;

/// <summary>Work whose outcome many ask for at once or soon after each other: it is done once, and what came of it is kept for a few seconds.</summary>
/// <param name="kept">For how long.</param>
/// <param name="most">The sizes together, of what is kept.</param>
internal sealed class SharedWork<TKey, TValue>(TimeSpan kept, long most) : IDisposable
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly MemoryCache outcomes = new(new MemoryCacheOptions { SizeLimit = most, ExpirationScanFrequency = kept });

    /// <summary>What somebody else is at already is waited for. Nothing is kept of what failed.</summary>
    public Task<TValue> Of(TKey key, long size, Func<Task<TValue>> work)
    {
        if (outcomes.TryGetValue(key, out Lazy<Task<TValue>>? known))
            return known!.Value;
        lock (gate)
        {
            known = outcomes.GetOrCreate(key, entry =>
            {
                entry.SetAbsoluteExpiration(kept).SetSize(size);
                return new Lazy<Task<TValue>>(() => Try(key, work));
            });
        }

        return known!.Value;
    }

    public void Dispose() => outcomes.Dispose();

    private async Task<TValue> Try(TKey key, Func<Task<TValue>> work)
    {
        try
        {
            return await work();
        }
        catch
        {
            outcomes.Remove(key);
            throw;
        }
    }
}
