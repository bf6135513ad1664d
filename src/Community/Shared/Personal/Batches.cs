using Community.Data;

namespace Community.Shared.Personal;

public static class Batches
{
    /// <summary>So many rows a write: others wait for milliseconds.</summary>
    public const int Size = 500;

    /// <summary>Runs a set-based change over and over, each time in a write of its own, until it finds nothing more.</summary>
    /// <param name="data">The database.</param>
    /// <param name="change">Changes at most <see cref="Size"/> rows so that it does not find them again, and says how many.</param>
    /// <param name="cancel">Stops between two writes.</param>
    public static async Task InBatches(this CommunityData data, Func<CommunityDb, Task<int>> change, CancellationToken cancel)
    {
        while ((await data.Write<int>(async db => await change(db), cancel)).Value > 0)
            cancel.ThrowIfCancellationRequested();
    }
}
