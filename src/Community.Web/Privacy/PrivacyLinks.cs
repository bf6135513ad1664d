using Community.Web.Ui;

namespace Community.Web.Privacy;

/// <summary>The addresses of this folder that no other page leads to.</summary>
internal static class PrivacyLinks
{
    public const string Download = Links.MyData + "/download";
    public const string Erased = "/me/erased";
    public const string Log = Links.Moderation + "/log";
}
