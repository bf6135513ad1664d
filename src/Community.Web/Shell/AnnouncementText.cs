using Community.Shared.Markdown;
using Community.Shared.Site;

namespace Community.Web.Shell;

/// <summary>The announcement rendered once for each version of the settings, not for each page that shows it.</summary>
public sealed class AnnouncementText
{
    private Rendered? last;

    /// <summary>The one line in a language; null where there is none.</summary>
    public string? Of(SiteSettings site, string language)
    {
        if (site.Announcement.IsEmpty)
            return null;
        var known = Volatile.Read(ref last);
        if (!ReferenceEquals(known?.Settings, site))
            Volatile.Write(ref last, known = new Rendered(site, Html(site.Announcement.Ja), Html(site.Announcement.En)));
        return site.Announcement.In(language) == site.Announcement.Ja ? known!.Ja : known!.En;
    }

    private static string Html(string line) => MarkdownRenderer.Render(line, MarkdownOptions.Document).Html;

    private sealed record Rendered(SiteSettings Settings, string Ja, string En);
}
