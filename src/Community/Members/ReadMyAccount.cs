using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>What a member's own settings page shows.</summary>
public sealed class ReadMyAccount(CommunityData data)
{
    public async Task<MyAccount?> Run(Actor actor, CancellationToken cancel)
    {
        if (actor.MemberId is not { } id)
            return null;
        return await data.Read(
            db => db.Members.Where(m => m.Id == id).Join(
                db.Accounts,
                m => m.Id,
                a => a.Id,
                (m, a) => new MyAccount(
                    m.Handle, m.DisplayName, m.Bio, a.Email!, a.PendingEmail, a.EmailConfirmed, m.Language, m.TimeZone, m.Theme,
                    db.Consents.Where(c => c.MemberId == id && c.Purpose == ConsentPurposes.Digest).OrderByDescending(c => c.Id).Select(c => c.Granted).FirstOrDefault()))
                .FirstOrDefaultAsync(cancel),
            cancel);
    }
}

public sealed record MyAccount(
    string Handle, string DisplayName, string Bio, string Email, string? PendingEmail, bool IsConfirmed,
    string? Language, string? TimeZone, Theme Theme, bool WantsDigest);
