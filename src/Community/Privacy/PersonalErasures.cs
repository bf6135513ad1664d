using Community.Data;
using Community.Shared.Personal;

namespace Community.Privacy;

/// <summary>The record of erasures itself.</summary>
internal sealed class PersonalErasures : IPersonalData
{
    public IReadOnlyList<PersonalTable> Tables { get; } =
    [
        PersonalTable.Of("erasures", Erasing.Kept, (db, m) => db.Erasures.Where(e => e.MemberId == m || e.By == m), nameof(Erasure.MemberId), nameof(Erasure.By), nameof(Erasure.Names))
            with { NotExported = "There is none before somebody is erased.", KeptBecause = "Proof that it was done, with the number of a former member; the names are forgotten at the end." },
    ];

    public IEnumerable<PersonalRows> Export(CommunityDb db, long memberId) => [];
}
