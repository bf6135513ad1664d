namespace Community.Discussions;

/// <summary>
/// How lively something is, as one number that never has to be computed again only because time passes: the natural logarithm of the
/// sum over acts (reactions, votes) of w·e^((t − epoch) / T). One act now weighs as much as e of them a <see cref="Lifetime"/> ago.
/// </summary>
public static class HotKey
{
    /// <summary>T of the formula.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    // Near the times of use, so that the exponent keeps its digits.
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // An error of the key grows by one over the share that remains: what takes out more than half is summed anew.
    private const double SmallestRest = 0.5;

    /// <summary>The key with one more act.</summary>
    /// <param name="key">The key before; null without acts.</param>
    /// <param name="at">When it was done.</param>
    /// <param name="weight">1 for a person; the number for imported likes without people.</param>
    public static double Add(double? key, DateTimeOffset at, int weight = 1)
    {
        var x = Of(at, weight);
        return key is { } s ? Math.Max(s, x) + Math.Log(1 + Math.Exp(-Math.Abs(s - x))) : x;
    }

    /// <summary>Takes an act out again.</summary>
    /// <returns>False where the rest would not be exact: recompute from the ledger by <see cref="Sum"/>.</returns>
    public static bool TryRemove(double? key, DateTimeOffset at, out double? rest, int weight = 1)
    {
        var share = key is { } s ? 1 - Math.Exp(Of(at, weight) - s) : 0;
        rest = share < SmallestRest ? null : key + Math.Log(share);
        return rest is not null;
    }

    /// <summary>The key of all these acts; null for none.</summary>
    public static double? Sum(IEnumerable<(DateTimeOffset At, int Weight)> acts) =>
        acts.Aggregate((double?)null, (key, act) => Add(key, act.At, act.Weight));

    private static double Of(DateTimeOffset at, int weight) => (at - Epoch) / Lifetime + Math.Log(weight);
}
