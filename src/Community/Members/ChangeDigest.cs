using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>Says yes or no to the digest. Each change is a new row; the same answer again is none.</summary>
public sealed class ChangeDigest(CommunityData data, NewMembers rows, TimeProvider time)
{
    /// <param name="Surface">The page that asked, such as <c>settings</c>.</param>
    public sealed record Input(bool Wanted, string Surface, string Language);

    public async Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel)
    {
        if (actor.MemberId is not { } id)
            return MemberRules.SignInFirst;
        return await data.Write<Done>(
            async db =>
            {
                if (await db.Consents.LatestOf(id, ConsentPurposes.Digest, cancel) != input.Wanted)
                    db.Consents.Add(rows.Consent(id, ConsentPurposes.Digest, input.Wanted, 0, input.Surface, input.Language, time.GetUtcNow()));
                return Done.Yes;
            },
            cancel);
    }
}

public static class ConsentQueries
{
    /// <summary>What holds now; null where the question was never asked.</summary>
    public static Task<bool?> LatestOf(this IQueryable<ConsentRecord> consents, long member, string purpose, CancellationToken cancel = default) =>
        consents.Where(c => c.MemberId == member && c.Purpose == purpose).OrderByDescending(c => c.Id).Select(c => (bool?)c.Granted).FirstOrDefaultAsync(cancel);
}
