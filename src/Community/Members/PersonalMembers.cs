using Community.Data;
using Community.Members.Contract;
using Community.Shared;
using Community.Shared.Personal;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>Who somebody is here: profile, account, choices, and what lets them in.</summary>
internal sealed class PersonalMembers : IPersonalData
{
    public IReadOnlyList<PersonalTable> Tables { get; } =
    [
        PersonalTable.Of(
            "member", Erasing.Blanked, (db, m) => db.Members.Where(x => x.Id == m),
            nameof(Member.Id), nameof(Member.Handle), nameof(Member.HandleKey), nameof(Member.DisplayName), nameof(Member.Bio), nameof(Member.Language), nameof(Member.TimeZone), nameof(Member.SuspensionReason)),
        PersonalTable.Of("account", Erasing.Deleted, (db, m) => db.Accounts.Where(a => a.Id == m)),
        Unused<IdentityUserClaim<long>>("account-claims", (db, m) => db.UserClaims.Where(c => c.UserId == m)),
        Unused<IdentityUserLogin<long>>("account-logins", (db, m) => db.UserLogins.Where(l => l.UserId == m)),
        Unused<IdentityUserToken<long>>("account-tokens", (db, m) => db.UserTokens.Where(t => t.UserId == m)),
        PersonalTable.Of("consents", Erasing.Deleted, (db, m) => db.Consents.Where(c => c.MemberId == m)),
        PersonalTable.Of("api-tokens", Erasing.Deleted, (db, m) => db.ApiTokens.Where(t => t.MemberId == m)),
        PersonalTable.Of("former-emails", Erasing.Deleted, (db, m) => db.FormerEmails.Where(f => f.MemberId == m)),
        PersonalTable.Of("reserved-handles", Erasing.Kept, (db, m) => db.ReservedHandles.Where(_ => false), nameof(ReservedHandle.Hash))
            with { NotExported = "There is none before somebody is erased.", KeptBecause = "So that nobody takes the name of somebody who was erased; a hash that leads to nobody." },
    ];

    public IEnumerable<PersonalRows> Export(CommunityDb db, long memberId) =>
    [
        new("member", db.Members.Where(m => m.Id == memberId).Select(m => new
        {
            m.Id, m.Handle, Name = m.DisplayName, m.Bio, m.Role, m.Trust, m.State, m.Language, m.TimeZone, m.Theme, m.HidesPresence, m.JoinedAt, m.LastSeenAt,
            m.SuspendedUntil, m.SuspensionReason, m.FirstPostApprovedAt, m.PostCount, m.TopicCount, m.ReactionsReceived,
        }).AsAsyncEnumerable()),
        new("account", db.Accounts.Where(a => a.Id == memberId).Select(a => new { a.Email, a.EmailConfirmed, a.PendingEmail, a.LastSignInAt, HasPassword = a.PasswordHash != null }).AsAsyncEnumerable()),
        new("consents", db.Consents.Where(c => c.MemberId == memberId).OrderBy(c => c.Id)
            .Select(c => new { c.Purpose, c.Granted, c.TextVersion, c.Surface, c.Language, c.At }).AsAsyncEnumerable()),
        new("api-tokens", db.ApiTokens.Where(t => t.MemberId == memberId).OrderBy(t => t.Id)
            .Select(t => new { t.Name, t.Scope, t.CreatedAt, t.ExpiresAt, t.LastUsedAt, t.RevokedAt }).AsAsyncEnumerable()),
        new("former-emails", db.FormerEmails.Where(f => f.MemberId == memberId).Select(f => new { f.Hash }).AsAsyncEnumerable()),
    ];

    // With the account every session ends: each request looks for it.
    public async Task EraseNow(CommunityDb db, ErasedPerson person, CancellationToken cancel)
    {
        var me = person.MemberId;
        await db.ApiTokens.Where(t => t.MemberId == me).ExecuteDeleteAsync(cancel);
        await db.Consents.Where(c => c.MemberId == me).ExecuteDeleteAsync(cancel);
        await db.FormerEmails.Where(f => f.MemberId == me).ExecuteDeleteAsync(cancel);
        await db.Accounts.Where(a => a.Id == me).ExecuteDeleteAsync(cancel);
        var reserved = ReservedHandle.HashOf(person.Handle);
        if (!await db.ReservedHandles.AnyAsync(h => h.Hash == reserved, cancel))
            db.ReservedHandles.Add(new ReservedHandle { Hash = reserved });
        (await db.Members.FirstAsync(m => m.Id == me, cancel)).BecomeFormer(person.NewHandle);
        db.Raise(new PresenceChosen(me, IsHidden: true));
        db.Raise(new MembersNamed([me]));
    }

    public async Task EraseRest(CommunityData data, ErasedPerson person, CancellationToken cancel)
    {
        var me = person.MemberId;
        // What was under way when the account went.
        await data.InBatches(db => db.ApiTokens.Where(t => t.MemberId == me).ExecuteDeleteAsync(cancel), cancel);
        await data.InBatches(db => db.Consents.Where(c => c.MemberId == me).ExecuteDeleteAsync(cancel), cancel);

        var (mention, page) = PersonNames.Patterns(person);
        var others = await data.Read(
            db => db.Members.Where(m => EF.Functions.Like(SqlText.Lower(m.Bio + "\n" + (m.SuspensionReason ?? "")), mention) || EF.Functions.Like(SqlText.Lower(m.Bio + "\n" + (m.SuspensionReason ?? "")), page)).Select(m => m.Id).ToListAsync(cancel),
            cancel);
        foreach (var id in others)
        {
            await data.Write<Done>(
                async db =>
                {
                    var member = await db.Members.FirstAsync(m => m.Id == id, cancel);
                    member.Bio = person.Without(member.Bio);
                    member.SuspensionReason = member.SuspensionReason is { } reason ? person.Without(reason) : null;
                    return Done.Yes;
                },
                cancel);
        }
    }

    private static PersonalTable Unused<TRow>(string name, Func<CommunityDb, long, IQueryable<TRow>> of)
        where TRow : class => PersonalTable.Of(name, Erasing.Deleted, of) with { NotExported = "Nothing is written there." };
}
