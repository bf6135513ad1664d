namespace Community.Imports.StackExchange;

/// <summary>Who stands for the authors whom the site no longer names.</summary>
internal static class Nameless
{
    public const string Name = "former-members";
    public const string DisplayName = "元メンバー";
}
