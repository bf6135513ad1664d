using System.Collections.Frozen;

namespace Community.Shared;

/// <summary>What a member may be called in addresses and mentions: 3 to 20 of ASCII letters, digits, _ and -, starting with a letter or digit.</summary>
public static class HandleRules
{
    public const int MinLength = 3;
    public const int MaxLength = 20;

    // Names that speak for the house, and names that addresses under /members/ or /me/ may one day need.
    private static readonly FrozenSet<string> Reserved = new[]
    {
        "admin", "admins", "administrator", "administrators", "mod", "mods", "moderator", "moderators", "moderation", "staff", "team", "official", "owner", "root",
        "sysadmin", "system", "support", "help", "helpdesk", "security", "abuse", "postmaster", "webmaster", "hostmaster", "noreply", "no-reply", "mailer-daemon",
        "info", "contact", "press", "legal", "privacy", "billing", "sales", "community", "everyone", "here", "all", "channel", "group", "groups", "anonymous", "guest",
        "nobody", "unknown", "deleted", "erased", "former-member", "null", "undefined", "nil", "none", "true", "false", "nan", "bot", "robot", "test",
        "me", "you", "self", "new", "edit", "delete", "create", "search", "settings", "account", "accounts", "login", "logout", "register", "signup", "signin",
        "password", "setup", "api", "openapi", "media", "assets", "static", "live", "health", "metrics", "feeds", "sitemap", "robots", "favicon", "index",
        "forums", "forum", "gallery", "ideas", "events", "leaderboard", "members", "member", "tags", "roadmap", "challenges", "insights", "rules", "terms",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What everybody is called who was erased, with a number.</summary>
    public const string FormerMember = "former-member-";

    private static readonly FrozenSet<string> ReservedSkeletons = Reserved.Select(HandleSkeleton.Of).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// Why <paramref name="handle"/> cannot be taken, or null. Codes: "handle-too-short" (min, actual), "handle-too-long" (max, actual),
    /// "handle-characters", "handle-start", "handle-reserved" (also for look-alikes of reserved words). That nobody else has it, or one
    /// with the same <see cref="HandleSkeleton"/>, is for the database to say.
    /// </summary>
    public static Problem? WhyNot(string handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        if (handle.Length < MinLength)
            return Invalid("handle-too-short", ("min", MinLength), ("actual", handle.Length));
        if (handle.Length > MaxLength)
            return Invalid("handle-too-long", ("max", MaxLength), ("actual", handle.Length));
        if (!handle.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
            return Invalid("handle-characters");
        if (!char.IsAsciiLetterOrDigit(handle[0]))
            return Invalid("handle-start");
        var skeleton = HandleSkeleton.Of(handle);
        return ReservedSkeletons.Contains(skeleton) || skeleton.StartsWith(HandleSkeleton.Of(FormerMember), StringComparison.Ordinal) ? Invalid("handle-reserved") : null;
    }

    private static Problem Invalid(string code, params (string Name, object Value)[] args) => TextProblem.Invalid(code, "handle", args);
}
