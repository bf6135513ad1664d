namespace Community.Shared;

/// <summary>What everybody must meet who wants to do more than read.</summary>
public static class Participation
{
    public static Problem? WhyNotTakePart(this Actor actor, DateTimeOffset now) => actor switch
    {
        { IsMember: false } => Problem.Forbidden("sign-in"),
        { IsUnconfirmed: true } => Problem.Forbidden("confirm-email"),
        _ when actor.SuspendedUntil > now => Problem.Forbidden("suspended"),
        _ => null,
    };

    public static Problem? WhyNotModerate(this Actor actor, DateTimeOffset now) =>
        actor.IsModerator ? actor.WhyNotTakePart(now) : Problem.Forbidden("moderators-only");

    public static Problem? WhyNotAdminister(this Actor actor, DateTimeOffset now) =>
        actor.IsAdmin ? actor.WhyNotTakePart(now) : Problem.Forbidden("admins-only");
}
