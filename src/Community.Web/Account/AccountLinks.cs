namespace Community.Web.Account;

/// <summary>The addresses of this folder that no other page leads to.</summary>
internal static class AccountLinks
{
    public const string Sent = "/account/sent";
    public const string Forgot = "/account/forgot";
    public const string Resend = "/account/resend";
    public const string Settings = "/account/settings";
    public const string Password = "/account/password";
    public const string Claim = "/account/claim";
    public const string Email = "/account/email";
    public const string Tokens = "/me/tokens";

    public static string SignInAfter(string done) => $"/account/login?done={done}";

    public static string SettingsAfter(string saved) => $"{Settings}?saved={saved}";
}
