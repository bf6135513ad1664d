using Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Community.Shared.Personal;

/// <summary>The numbers that erased members are called by.</summary>
public static class FormerMembers
{
    private const string Kind = "former-member";

    /// <summary>The next one. Called inside a write.</summary>
    public static Task<long> Next(CommunityDb db, CancellationToken cancel) => db.NextNumber(Kind, cancel);

    /// <summary>How many erasures have begun since the community exists.</summary>
    public static Task<long> Count(CommunityDb db, CancellationToken cancel) => db.Counters.Where(c => c.Kind == Kind).Select(c => c.Last).FirstOrDefaultAsync(cancel);
}
