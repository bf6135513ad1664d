using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>Takes an offer back while nobody has followed it: its link works no longer, and the address from before may claim again. And the other way round.</summary>
internal sealed class WithdrawOffer(CommunityData data, TimeProvider time) : IUndo
{
    private const string Action = "withdraw-offer";

    public IReadOnlySet<string> Actions { get; } = new HashSet<string> { OfferMember.Action, Action };

    public Task<Result<Done>> Undo(Actor actor, LoggedAct act, string reason, CancellationToken cancel) => data.Write<Done>(async db =>
    {
        if (actor.WhyNotAdminister(time.GetUtcNow()) is { } not)
            return not;
        var member = await db.Members.FirstOrDefaultAsync(m => m.Id == act.Subject.Id, cancel);
        if (ClaimRules.WhyNotClaimable(member) is { } problem)
            return problem;
        var known = await db.FormerEmails.FirstOrDefaultAsync(f => f.MemberId == act.Subject.Id, cancel);
        if (known?.Hash != act.After)
            return Problem.Conflict("changed-since");

        if (known is not null)
            db.FormerEmails.Remove(known);
        await db.SaveChangesAsync(cancel);
        if (act.Before is { } before)
            db.FormerEmails.Add(new FormerEmail { MemberId = act.Subject.Id, Hash = before });
        var opposite = act.Action == Action ? OfferMember.Action : Action;
        member!.Happened(new StaffActed(actor.MemberId, opposite, act.Subject, member.Id, reason, act.After, act.Before));
        return Done.Yes;
    }, cancel);
}
