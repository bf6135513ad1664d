using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>How the community speaks to a member, with or without an account.</summary>
public sealed class ReadPreferences(CommunityData data)
{
    /// <param name="WantsDigest">Null where the member never said.</param>
    public sealed record Preferences(string? Language, string? TimeZone, Theme Theme, bool? WantsDigest, bool ShowsPresence);

    public async Task<Result<Preferences>> Run(Actor actor, CancellationToken cancel)
    {
        if (actor.MemberId is not { } id)
            return MemberRules.SignInFirst;
        return await data.Read<Result<Preferences>>(
            async db => await db.Members.Where(m => m.Id == id && m.State != MemberState.Erased).Select(m => new { m.Language, m.TimeZone, m.Theme, m.HidesPresence }).FirstOrDefaultAsync(cancel) is { } chosen
                ? new Preferences(chosen.Language, chosen.TimeZone, chosen.Theme, await db.Consents.LatestOf(id, ConsentPurposes.Digest, cancel), !chosen.HidesPresence)
                : MemberRules.SignInFirst,
            cancel);
    }
}
