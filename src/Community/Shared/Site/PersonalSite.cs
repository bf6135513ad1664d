using Community.Data;
using Community.Shared.Personal;

namespace Community.Shared.Site;

/// <summary>Who published which version of a document.</summary>
internal sealed class PersonalSite : IPersonalData
{
    public IReadOnlyList<PersonalTable> Tables { get; } =
    [
        PersonalTable.Of("documents", Erasing.Kept, (db, m) => db.Documents.Where(d => d.PublishedBy == m), nameof(SiteDocument.PublishedBy))
            with { KeptBecause = "A version of the rules was in force whoever published it; its number leads to a former member." },
    ];

    public IEnumerable<PersonalRows> Export(CommunityDb db, long memberId) =>
    [
        new("documents", Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.AsAsyncEnumerable(
            db.Documents.Where(d => d.PublishedBy == memberId).OrderBy(d => d.Kind).ThenBy(d => d.Version).Select(d => new { d.Kind, d.Version, d.PublishedAt }))),
    ];
}
