namespace Community.Web.Admin;

internal static class Audiences
{
    /// <summary>The key of an audience's name in the resources.</summary>
    public static string Key(string audience) => "Audience" + char.ToUpperInvariant(audience[0]) + audience[1..];
}
