using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Community.Data;

/// <summary>A kept figure beside the counted one. Verifiers project into it, so that the database finds where they differ.</summary>
public sealed class Difference
{
    private const int Most = 100;

    public long Id { get; init; }

    public long Kept { get; init; }

    public long Counted { get; init; }

    /// <summary>The first hundred that differ, as sentences.</summary>
    /// <param name="all">Kept and counted for each row; not filtered yet.</param>
    /// <param name="sentence">A format with the id as {0}, the kept figure as {1} and the counted one as {2}.</param>
    /// <param name="cancel">Stops the search.</param>
    public static async Task<IReadOnlyList<string>> In(IQueryable<Difference> all, string sentence, CancellationToken cancel) =>
        (await all.Where(d => d.Kept != d.Counted).OrderBy(d => d.Id).Take(Most).ToListAsync(cancel))
        .ConvertAll(d => string.Format(CultureInfo.InvariantCulture, sentence, d.Id, d.Kept, d.Counted));
}
