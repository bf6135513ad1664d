using System.Globalization;
using Community.Moderation;
using Community.Web.Ui;

namespace Community.Web.Moderation;

/// <summary>Addresses inside the moderators' console.</summary>
internal static class DeskLinks
{
    public const string Log = Links.Moderation + "/log";
    public const string Members = Links.Moderation + "/members";

    public static string Queue(string? after = null, string? done = null) => Links.With(Links.Moderation, ("after", after), ("done", done));

    public static string LogOf(string? by, string? action, string? about, string? after = null) =>
        Links.With(Log, ("by", by), ("action", action), ("about", about), ("after", after));

    public static string Find(string? text, string? which, string? after = null) => Links.With(Members, ("q", text), ("which", which), ("after", after));

    public static string Member(string handle, string? done = null) => Links.With($"{Members}/{Uri.EscapeDataString(handle)}", ("done", done));

    /// <summary>The id of an entry in the log's page.</summary>
    public static string EntryId(LogLine line) => string.Create(CultureInfo.InvariantCulture, $"entry-{line.Sequence}");
}
