using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>Finds what a link or an address may take over.</summary>
internal static class Claimable
{
    /// <summary>The member of a genuine token, while it still works.</summary>
    public static async Task<Result<Member>> ClaimedBy(this CommunityDb db, ClaimToken token, KeyedHash hash, CancellationToken cancel)
    {
        var member = await db.Members.FirstOrDefaultAsync(m => m.Id == token.MemberId, cancel);
        if (ClaimRules.WhyNotClaimable(member) is { } problem)
            return problem.Kind == ProblemKind.NotFound ? new Problem(ProblemKind.Invalid, "link-invalid") : problem;

        // Another address may have been named since, or none: then this link has had its time.
        var known = FormerEmail.HashOf(hash, token.Email);
        if (!await db.FormerEmails.AnyAsync(f => f.MemberId == token.MemberId && f.Hash == known, cancel))
            return Problem.Conflict("link-used");
        return await db.WhyNotFree(token.Email, cancel) is { } taken ? taken : member!;
    }

    /// <summary>Why an address cannot have an account of its own; one that nobody confirmed and that wrote nothing makes way.</summary>
    public static async Task<Problem?> WhyNotFree(this CommunityDb db, string email, CancellationToken cancel)
    {
        var normalized = EmailRules.Normalize(email);
        return await db.Accounts.AnyAsync(a => a.NormalizedEmail == normalized, cancel) && await db.FreshMember(email, cancel) is null
            ? Problem.Conflict("address-has-account")
            : null;
    }

    /// <summary>The member of an account that nobody confirmed: all they could do so far is read.</summary>
    public static Task<Member?> FreshMember(this CommunityDb db, string email, CancellationToken cancel)
    {
        var normalized = EmailRules.Normalize(email);
        return db.Members.FirstOrDefaultAsync(
            m => db.Accounts.Any(a => a.Id == m.Id && a.NormalizedEmail == normalized && !a.EmailConfirmed)
                && m.Role == Role.Member && m.SuspendedUntil == null && m.PostCount == 0,
            cancel);
    }

    /// <summary>The imported member that an address may claim; of several the one who wrote most.</summary>
    public static Task<Member?> ClaimableWith(this CommunityDb db, string formerEmail, CancellationToken cancel) =>
        db.Members.AsNoTracking().Where(m => m.State == MemberState.Imported && db.FormerEmails.Any(f => f.MemberId == m.Id && f.Hash == formerEmail))
            .OrderByDescending(m => m.PostCount).ThenBy(m => m.Id).FirstOrDefaultAsync(cancel);
}
