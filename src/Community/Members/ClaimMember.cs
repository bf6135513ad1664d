using Community.Data;
using Community.Shared;
using Community.Shared.Site;

namespace Community.Members;

/// <summary>
/// Gives an imported member an account: somebody came back with the link that was mailed to the old account's address. Posts, standing and
/// a suspension stay as they are.
/// </summary>
public sealed class ClaimMember(CommunityData data, SiteCache site, ClaimTokens tokens, KeyedHash hash, Passwords passwords, NewMembers newMembers, SignInGate gate, TimeProvider time)
{
    public sealed record Input(string Token, string Password, bool AcceptsTerms, bool IsOfAge, string Language, string Network);

    public async Task<Result<SignedIn>> Run(Input input, CancellationToken cancel)
    {
        var read = tokens.Read(input.Token);
        if (!read.Ok)
            return read.Problem;
        var found = await data.Read(db => db.ClaimedBy(read.Value, hash, cancel), cancel);
        if (!found.Ok)
            return found.Problem;
        if (WhyNot(input, found.Value, read.Value, await site.Get(cancel)) is { } problem)
            return problem;

        var passwordHash = passwords.Hash(input.Password);
        return await data.Write(db => Claim(db, input, read.Value, passwordHash, cancel), cancel);
    }

    private static Problem? WhyNot(Input input, Member member, ClaimToken token, SiteSettings site)
    {
        if (PasswordRules.WhyNot(input.Password, member.Handle, token.Email) is { } weak)
            return weak;
        if (!input.IsOfAge && site.MinimumAge > 0)
            return Problem.Invalid("is-of-age", "age-not-confirmed", ("age", site.MinimumAge));
        return input.AcceptsTerms ? null : Problem.Invalid("accepts-terms", "terms-not-accepted");
    }

    private async Task<Result<SignedIn>> Claim(CommunityDb db, Input input, ClaimToken token, string passwordHash, CancellationToken cancel)
    {
        // While we were hashing, somebody else may have been faster.
        var found = await db.ClaimedBy(token, hash, cancel);
        if (!found.Ok)
            return found.Problem;
        if (await db.FreshMember(token.Email, cancel) is { } fresh)
        {
            db.Members.Remove(fresh);
            await db.SaveChangesAsync(cancel);
        }

        var member = found.Value;
        var account = newMembers.AccountOf(member, token.Email, passwordHash);
        account.EmailConfirmed = true;
        account.LastSignInAt = time.GetUtcNow();
        member.State = MemberState.Active;
        member.Language = input.Language;
        db.Accounts.Add(account);
        // An operator may have made one for the member that nobody was.
        await db.EndTokens(member.Id, time.GetUtcNow(), cancel);
        db.FormerEmails.RemoveRange(db.FormerEmails.Where(f => f.MemberId == member.Id));
        await Consent(db, member.Id, input, cancel);
        await gate.Restart(db, token.Email, input.Network, cancel);

        // Who is imported is said on every page of theirs.
        await db.TouchSite(cancel);
        return new SignedIn(account.Id, account.SecurityStamp!);
    }

    private async Task Consent(CommunityDb db, long member, Input input, CancellationToken cancel)
    {
        void Record(string purpose, bool granted, int version) =>
            db.Consents.Add(newMembers.Consent(member, purpose, granted, version, "claim", input.Language, time.GetUtcNow()));

        Record(ConsentPurposes.Terms, true, await db.CurrentVersion(DocumentKind.Terms, cancel));
        Record(ConsentPurposes.Rules, true, await db.CurrentVersion(DocumentKind.Rules, cancel));
        Record(ConsentPurposes.MinimumAge, input.IsOfAge, 0);
    }
}
