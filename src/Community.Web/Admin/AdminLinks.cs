using Community.Shared.Site;
using Community.Web.Ui;

namespace Community.Web.Admin;

/// <summary>Addresses inside the administrators' console.</summary>
internal static class AdminLinks
{
    public const string Brand = Links.Administration + "/brand";
    public const string Site = Links.Administration + "/site";
    public const string Forums = Links.Administration + "/forums";
    public const string NewForum = Forums + "/new";
    public const string Boards = Links.Administration + "/boards";
    public const string NewBoard = Boards + "/new";
    public const string Members = Links.Administration + "/members";
    public const string Documents = Links.Administration + "/documents";
    public const string Announcement = Links.Administration + "/announcement";
    public const string Mail = Links.Administration + "/mail";
    public const string Rights = Links.Administration + "/rights";
    public const string Preview = Brand + "/preview.svg?accent=";

    public static string Done(string page) => Links.With(page, ("done", "1"));

    public static string Forum(string slug) => $"{Forums}/{Uri.EscapeDataString(slug)}";

    public static string Board(string slug) => $"{Boards}/{Uri.EscapeDataString(slug)}";

    public static string Document(DocumentKind kind) => $"{Documents}/{kind.ToString().ToLowerInvariant()}";

    public static string Find(string? text, string? which, string? after = null) => Links.With(Members, ("q", text), ("which", which), ("after", after));

    public static string Role(string handle) => $"/members/{Uri.EscapeDataString(handle)}/role";

    public static string Public(DocumentKind kind) => kind switch
    {
        DocumentKind.Rules => Links.Rules,
        DocumentKind.Terms => Links.Terms,
        _ => Links.Privacy,
    };
}
