using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions;

internal static class DayLimit
{
    public static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Null while fewer than the allowed acts of the last 24 hours are there; else how long until the oldest of them no longer counts.</summary>
    /// <param name="times">When the acts of the last day were, newest first.</param>
    public static async Task<Problem?> WhyNot(IQueryable<DateTimeOffset> times, int allowed, string code, DateTimeOffset now, CancellationToken cancel)
    {
        var counted = await times.Take(allowed).ToListAsync(cancel);
        if (counted.Count < allowed)
            return null;
        return Problem.TooFast(code, (counted.Count == 0 ? now : counted[^1]) + Day - now);
    }
}
