using Community.Shared;

namespace Community.Members;

/// <summary>Who may take away or give a member's standing: the right to write, and the role.</summary>
public static class StandingRules
{
    /// <summary>The ladder that the forms offer, beside a date of one's own.</summary>
    public static readonly IReadOnlyList<int> SuspensionHours = [24, 72, 168, 720];

    /// <summary>What is meant to last longer is a decision for the owner, renewed once a year.</summary>
    public static readonly TimeSpan LongestSuspension = TimeSpan.FromDays(366);

    public static Problem? WhyNotJudge(Actor actor, Member member, DateTimeOffset now) => WhyNotJudge(actor, member.Id, member.Role, member.State, now);

    public static Problem? WhyNotJudge(Actor actor, long id, Role role, MemberState state, DateTimeOffset now)
    {
        if (actor.WhyNotModerate(now) is { } problem)
            return problem;
        if (state == MemberState.Erased)
            return Problem.NotFound();
        if (id == actor.MemberId)
            return Problem.Forbidden("not-yourself");
        return role > actor.Role ? Problem.Forbidden("above-your-role") : null;
    }

    public static Problem? WhyNotUntil(DateTimeOffset until, DateTimeOffset now)
    {
        if (until <= now)
            return Problem.Invalid("until", "suspension-over");
        return until > now + LongestSuspension
            ? Problem.Invalid("until", "suspension-too-long", ("days", (int)LongestSuspension.TotalDays))
            : null;
    }

    /// <param name="owners">How many owners there are, this member included.</param>
    public static Problem? WhyNotChangeRole(Actor actor, Member member, Role to, int owners, DateTimeOffset now)
    {
        if (actor.WhyNotAdminister(now) is { } problem)
            return problem;
        if (member.State == MemberState.Erased)
            return Problem.NotFound();
        // Who could step down alone could then erase themselves, and with them what the log says of their acts.
        if (member.Id == actor.MemberId)
            return Problem.Forbidden("own-role");
        if (!Enum.IsDefined(to))
            return Problem.Invalid("role", "role-unknown");
        if (member.Role > actor.Role || to > actor.Role)
            return Problem.Forbidden("above-your-role");

        // Whoever claims an imported name would have the rights that somebody else was meant to have.
        if (to != Role.Member && member.State != MemberState.Active)
            return Problem.Invalid("role", "role-needs-account");
        return member.Role == Role.Owner && to != Role.Owner && owners < 2 ? Problem.Conflict("last-owner") : null;
    }
}
