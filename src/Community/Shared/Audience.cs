namespace Community.Shared;

/// <summary>
/// Who may see a subject, as one short key that stands in an indexed column. An actor carries the set of keys that it
/// belongs to, so that "may see" is one <c>IN</c> for pages, search, feeds and API alike.
/// </summary>
public static class Audience
{
    public const string Everyone = "everyone";
    public const string Members = "members";
    public const string Trusted = "trusted";
    public const string Staff = "staff";
    public const string Moderators = "moderators";
    public const string Nobody = "nobody";

    /// <summary>The keys that an owner can choose from, widest first.</summary>
    public static readonly IReadOnlyList<string> All = [Everyone, Members, Trusted, Staff, Moderators, Nobody];

    public static IReadOnlyList<string> Of(Role role, TrustLevel trust)
    {
        var keys = new List<string> { Everyone, Members };
        if (trust >= TrustLevel.Member || role != Role.Member)
            keys.Add(Trusted);
        if (role is Role.Brand or Role.Moderator or Role.Admin or Role.Owner)
            keys.Add(Staff);
        if (role is Role.Moderator or Role.Admin or Role.Owner)
            keys.Add(Moderators);
        return keys;
    }
}
