using Community.Shared;

namespace Community.Members;

/// <summary>What a member may do, as far as it depends on the member alone.</summary>
public static class MemberRules
{
    public static readonly TextLimits DisplayName = new("display-name", 1, 1, 40);
    public static readonly TextLimits Bio = new("bio", 0, 0, 500);

    public static readonly Problem WrongSignIn = new(ProblemKind.Invalid, "wrong-sign-in");

    public static readonly Problem SignInFirst = Problem.Forbidden("sign-in");

    public static Problem LockedOut(TimeSpan wait) => Wait("locked-out", wait);

    /// <summary>Somebody from the same network has knocked too often, at whatever address.</summary>
    public static Problem TooManyTries(TimeSpan wait) => Wait("too-many-tries", wait);

    private static Problem Wait(string code, TimeSpan wait) => new(
        ProblemKind.TooFast,
        code,
        null,
        new Dictionary<string, object> { ["seconds"] = (int)Math.Ceiling(wait.TotalSeconds), ["minutes"] = (int)Math.Ceiling(wait.TotalMinutes) });
}
