namespace Community.Ideas.Ranking;

/// <summary>How many of those who saw something are for it, at least: the lower bound of Wilson's score interval (E. B. Wilson 1927).</summary>
public static class Wilson
{
    // 95 of 100 intervals hold the true share.
    private const double Z = 1.96;

    /// <param name="successes">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">0 gives 0.</param>
    /// <returns>0 to 1: (p + z²/2n − z·√((p(1 − p) + z²/4n) / n)) / (1 + z²/n).</returns>
    public static double LowerBound(long successes, long trials)
    {
        if (trials <= 0)
            return 0;
        double n = trials, p = successes / n;
        return (p + (Z * Z / (2 * n)) - (Z * Math.Sqrt(((p * (1 - p)) + (Z * Z / (4 * n))) / n))) / (1 + (Z * Z / n));
    }
}
