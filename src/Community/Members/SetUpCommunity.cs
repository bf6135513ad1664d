using Community.Data;
using Community.Members.Contract;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>Gives a community its name, its texts, its first forums and its owner, once.</summary>
public sealed class SetUpCommunity(CommunityData data, Passwords passwords, NewMembers newMembers, FirstDocuments documents)
{
    public sealed record Input(string CommunityName, string Language, string TimeZone, string Handle, string Email, string Password)
    {
        /// <summary>The owner's own; null follows their browser.</summary>
        public string? OwnerLanguage { get; init; } = Language;
    }

    /// <summary>Everything at once, at most one problem a field.</summary>
    public static IEnumerable<Problem> WhyNot(Input input)
    {
        if (TextRules.WhyNotLine(input.CommunityName, SiteLimits.Name) is { } name)
            yield return name;
        if (SiteRules.WhyNotLanguage(input.Language) is { } language)
            yield return language;
        if (SiteRules.WhyNotTimeZone(input.TimeZone) is { } zone)
            yield return zone;
        if (HandleRules.WhyNot(input.Handle) is { } handle)
            yield return handle;
        if (EmailRules.WhyNot(input.Email) is { } email)
            yield return email;
        if (PasswordRules.WhyNot(input.Password, input.Handle, input.Email) is { } password)
            yield return password;
    }

    public async Task<Result<SignedIn>> Run(Input typed, CancellationToken cancel)
    {
        var input = typed with { CommunityName = typed.CommunityName.Trim(), Handle = typed.Handle.Trim(), Email = EmailRules.Tidy(typed.Email) };
        if (WhyNot(input).FirstOrDefault() is { } problem)
            return problem;

        var hash = passwords.Hash(input.Password);
        var texts = documents.For(input.CommunityName);
        return await data.Write<SignedIn>(
            async db =>
            {
                if (await db.Members.AnyAsync(m => m.Role == Role.Owner, cancel))
                    return Problem.Conflict("already-set-up");
                if (await newMembers.WhyNotHandle(db, input.Handle, cancel) is { } taken)
                    return taken;
                var normalized = EmailRules.Normalize(input.Email);
                if (await db.Accounts.AnyAsync(a => a.NormalizedEmail == normalized, cancel))
                    return Problem.Invalid("email", "email-taken");

                var site = await db.TouchSite(cancel);
                (site.Name, site.DefaultLanguage, site.TimeZone) = (input.CommunityName, input.Language, input.TimeZone);
                var account = AddOwner(db, input, hash);
                await documents.AddMissing(db, texts, account.Id, cancel);
                db.Raise(new CommunityFounded());
                return new SignedIn(account.Id, account.SecurityStamp!);
            },
            cancel);
    }

    private Account AddOwner(CommunityDb db, Input input, string hash)
    {
        var member = newMembers.Make(input.Handle, "", input.OwnerLanguage);
        (member.Role, member.Trust) = (Role.Owner, TrustLevel.Member);
        var account = newMembers.AccountOf(member, input.Email, hash);
        // Whoever reads the log or the settings of the server is believed.
        account.EmailConfirmed = true;
        db.Members.Add(member);
        db.Raise(new MembersNamed([member.Id]));
        db.Accounts.Add(account);
        db.Raise(new StaffActed(null, ChangeRole.Action, new ContentRef(ContentKind.Member, member.Id), member.Id, null, nameof(Role.Member), nameof(Role.Owner)));
        return account;
    }
}
