using Community.Data;
using Community.Members;
using Community.Shared;
using Community.Shared.Personal;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Privacy;

/// <summary>The first commit of an erasure: account, sessions, profile and name are gone, and the rest is noted so that it will be done.</summary>
public sealed class BeginErasure(CommunityData data, IEnumerable<IPersonalData> parts, TimeProvider time)
{
    /// <summary>Asked before the write: it may have to look through much.</summary>
    public Task<List<string>> OtherNames(long memberId, CancellationToken cancel) => data.Read(
        async db =>
        {
            var names = new List<string>();
            foreach (var part in parts)
                names.AddRange(await part.OtherNames(db, memberId, cancel));
            return names;
        },
        cancel);

    public async Task<Problem?> Run(CommunityDb db, Member member, IReadOnlyList<string> otherNames, bool keepsTexts, long? by, CancellationToken cancel)
    {
        if (member.Role == Role.Owner && await db.Members.CountAsync(m => m.Role == Role.Owner, cancel) < 2)
            return Problem.Conflict("last-owner");

        var site = await db.TouchSite(cancel);
        var addresses = await db.Accounts.Where(a => a.Id == member.Id && a.EmailConfirmed).Select(a => a.NormalizedEmail!).ToListAsync(cancel);
        List<string> names = [.. otherNames, member.DisplayName];
        var person = new ErasedPerson(
            member.Id, member.Handle, names, addresses,
            HandleRules.FormerMember + (await FormerMembers.Next(db, cancel)).ToString(System.Globalization.CultureInfo.InvariantCulture), keepsTexts, site.DefaultLanguage);
        db.Erasures.Add(new Erasure
        {
            MemberId = member.Id,
            BegunAt = time.GetUtcNow(),
            KeepsTexts = keepsTexts,
            By = by,
            Names = string.Join('\n', names.Prepend(member.Handle)),
        });
        foreach (var part in parts)
            await part.EraseNow(db, person, cancel);
        db.Raise(new ErasureBegun(member.Id));
        return null;
    }
}
