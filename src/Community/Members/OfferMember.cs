using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>An administrator knows whose the old account was: mails the link to that address. What was mailed to another before works no longer.</summary>
public sealed class OfferMember(CommunityData data, AccountMails mails, KeyedHash hash, TimeProvider time)
{
    public const string Action = "offer-member";

    /// <param name="Language">Of the mail.</param>
    public sealed record Input(long MemberId, string Email, string Reason, string Language, string Origin);

    public Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default) => data.Write<Done>(async db =>
    {
        if (actor.WhyNotAdminister(time.GetUtcNow()) is { } not)
            return not;
        var email = EmailRules.Tidy(input.Email);
        var member = await db.Members.FirstOrDefaultAsync(m => m.Id == input.MemberId, cancel);
        if ((ClaimRules.WhyNotClaimable(member) ?? EmailRules.WhyNot(email, "claim-email") ?? StaffReason.WhyNot(input.Reason)) is { } problem)
            return problem;
        if (await db.WhyNotFree(email, cancel) is not null)
            return Problem.Invalid("claim-email", "address-has-account");

        var before = await db.FormerEmails.FirstOrDefaultAsync(f => f.MemberId == member!.Id, cancel);
        var (old, now) = (before?.Hash, FormerEmail.HashOf(hash, email));
        if (before is null)
            db.FormerEmails.Add(new FormerEmail { MemberId = member!.Id, Hash = now });
        else
            before.Hash = now;
        await mails.Claim(db, member!, email, input.Language, input.Origin, cancel);
        member!.Happened(new StaffActed(actor.MemberId, Action, new ContentRef(ContentKind.Member, member.Id), member.Id, input.Reason, old, now));
        return Done.Yes;
    }, cancel);
}
