namespace Community.Forums;

/// <summary>
/// How lively a topic is, as one number that never has to be computed again only because time passes: the natural logarithm of the
/// sum over reactions of w·e^((t − epoch) / T). One reaction now weighs as much as e of them a <see cref="Lifetime"/> ago.
/// </summary>
public static class HotKey
{
    /// <summary>T of the formula.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    // Near the times of use, so that the exponent keeps its digits.
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Below this share the difference of two nearly equal sums has lost its digits.
    private const double SmallestRest = 1e-9;

    /// <summary>The key with one more reaction.</summary>
    /// <param name="key">The key before; null without reactions.</param>
    /// <param name="at">When the reaction was given.</param>
    /// <param name="weight">1 for a person; the number for imported likes without people.</param>
    public static double Add(double? key, DateTimeOffset at, int weight = 1)
    {
        var x = Of(at, weight);
        return key is { } s ? Math.Max(s, x) + Math.Log(1 + Math.Exp(-Math.Abs(s - x))) : x;
    }

    /// <summary>Takes a reaction out again.</summary>
    /// <returns>False where the rest is too small to be told from nothing: recompute from the ledger by <see cref="Sum"/>.</returns>
    public static bool TryRemove(double? key, DateTimeOffset at, out double? rest, int weight = 1)
    {
        var share = key is { } s ? 1 - Math.Exp(Of(at, weight) - s) : 0;
        rest = share < SmallestRest ? null : key + Math.Log(share);
        return rest is not null;
    }

    /// <summary>The key of all these reactions; null for none.</summary>
    public static double? Sum(IEnumerable<(DateTimeOffset At, int Weight)> reactions) =>
        reactions.Aggregate((double?)null, (key, reaction) => Add(key, reaction.At, reaction.Weight));

    private static double Of(DateTimeOffset at, int weight) => (at - Epoch) / Lifetime + Math.Log(weight);
}
