using Community.Data;

namespace Community.Shared.Site;

/// <summary>Puts one line on top of every page, or takes it away.</summary>
public sealed class SetAnnouncement(CommunityData data, TimeProvider time)
{
    public sealed record Input(LocalizedText Text, string? Link);

    public async Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default)
    {
        var text = new LocalizedText(input.Text.Ja.Trim(), input.Text.En.Trim());
        var link = input.Link?.Trim() ?? "";
        var problem = actor.WhyNotAdminister(time.GetUtcNow()) ?? SiteRules.WhyNotLines(text, SiteLimits.Announcement) ?? SiteRules.WhyNotLink(link);
        if (problem is not null)
            return problem;

        return await data.Write<Done>(async db =>
        {
            var site = await db.TouchSite(cancel);
            var before = Said(site);
            site.Announcement = text;
            site.AnnouncementLink = link.Length > 0 && !text.IsEmpty ? link : null;
            db.Raise(new StaffActed(actor.MemberId, "set-announcement", new ContentRef(ContentKind.Site, SiteSettings.TheOne), null, null, before, Said(site)));
            return Done.Yes;
        }, cancel);
    }

    private static string? Said(SiteSettings site) => site.Announcement.IsEmpty ? null : $"{site.Announcement.Ja} · {site.Announcement.En} · {site.AnnouncementLink ?? "-"}";
}
