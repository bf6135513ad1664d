using Community.Data;
using Community.Members.Contract;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>
/// Makes a member and mails a link to confirm the address. Somebody whose address is taken hears the same as somebody
/// who is new; the owner of the address hears by mail that they already have an account.
/// </summary>
public sealed class Register(
    CommunityData data, SiteCache site, Passwords passwords, AccountMails mails, NewMembers newMembers, TimeProvider time)
{
    /// <param name="Key">Made by the form: sent twice, it registers once.</param>
    /// <param name="DisplayName">Empty for the handle.</param>
    /// <param name="Language">Of the page that asked.</param>
    /// <param name="Origin">The address of the site, for the link.</param>
    public sealed record Input(
        Guid Key, string Handle, string Email, string Password, string DisplayName,
        bool AcceptsTerms, bool IsOfAge, bool WantsDigest, string Language, string Origin);

    public async Task<Result<Done>> Run(Input typed, CancellationToken cancel)
    {
        var input = typed with { Handle = typed.Handle.Trim(), Email = EmailRules.Tidy(typed.Email), DisplayName = typed.DisplayName.Trim() };
        if (RegisterRules.WhyNot(input, await site.Get(cancel)).FirstOrDefault() is { } problem)
            return problem;

        // Before it is known whether the address is taken: both take as long.
        var hash = passwords.Hash(input.Password);
        return await data.Write(db => Add(db, input, hash, cancel), cancel);
    }

    private async Task<Result<Done>> Add(CommunityDb db, Input input, string hash, CancellationToken cancel)
    {
        if (await db.FirstResultOf(Visitors, input.Key, cancel) is not null)
            return Done.Yes;
        if (await newMembers.WhyNotHandle(db, input.Handle, cancel) is { } taken)
            return taken;

        var now = time.GetUtcNow();
        var normalized = EmailRules.Normalize(input.Email);
        var owner = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedEmail == normalized, cancel);
        db.Receipts.Add(new Receipt { MemberId = Visitors, Key = input.Key, ContentId = owner?.Id ?? 0, At = now });
        if (owner is not null)
        {
            await mails.AlreadyRegistered(db, owner, input.Origin, cancel);
            return Done.Yes;
        }

        var member = newMembers.Make(input.Handle, input.DisplayName, input.Language);
        var account = newMembers.AccountOf(member, input.Email, hash);
        db.Members.Add(member);
        db.Raise(new MembersNamed([member.Id]));
        db.Accounts.Add(account);
        await Consent(db, member.Id, input, now, cancel);
        await mails.Confirm(db, account, input.Language, input.Origin, cancel);
        return Done.Yes;
    }

    private async Task Consent(CommunityDb db, long member, Input input, DateTimeOffset now, CancellationToken cancel)
    {
        void Record(string purpose, bool granted, int version) =>
            db.Consents.Add(newMembers.Consent(member, purpose, granted, version, "register", input.Language, now));

        Record(ConsentPurposes.Terms, true, await db.CurrentVersion(DocumentKind.Terms, cancel));
        Record(ConsentPurposes.Rules, true, await db.CurrentVersion(DocumentKind.Rules, cancel));
        Record(ConsentPurposes.MinimumAge, input.IsOfAge, 0);
        Record(ConsentPurposes.Digest, input.WantsDigest, 0);
    }

    /// <summary>Receipts of those who are not members yet stand under no member's id.</summary>
    private const long Visitors = 0;
}
