using Community.Data;

namespace Community.Shared.Site;

/// <summary>The owner gives the community its name, its words and its look.</summary>
public sealed class UpdateBrand(CommunityData data, TimeProvider time)
{
    /// <param name="Accent"><c>#rrggbb</c>.</param>
    /// <param name="LogoSvg">Empty for the mark that is built in.</param>
    public sealed record Input(string Name, LocalizedText Tagline, string Accent, string LogoSvg);

    public async Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default)
    {
        if (actor.WhyNotAdminister(time.GetUtcNow()) is { } forbidden)
            return forbidden;
        var problem = TextRules.WhyNotLine(input.Name, SiteLimits.Name)
            ?? SiteRules.WhyNotLines(input.Tagline, SiteLimits.Tagline)
            ?? AccentRules.WhyNot(input.Accent);
        if (problem is not null)
            return problem;
        var logo = string.IsNullOrWhiteSpace(input.LogoSvg) ? "" : DrawnLogo.Check(input.LogoSvg);
        if (!logo.Ok)
            return logo.Problem;

        return await data.Write<Done>(async db =>
        {
            var site = await db.TouchSite(cancel);
            var before = Said(site);
            site.Name = input.Name.Trim();
            site.Tagline = input.Tagline;
            site.Accent = input.Accent.ToLowerInvariant();
            site.LogoSvg = logo.Value;
            db.Raise(new StaffActed(actor.MemberId, "update-brand", new ContentRef(ContentKind.Site, SiteSettings.TheOne), null, null, before, Said(site)));
            return Done.Yes;
        }, cancel);
    }

    private static string Said(SiteSettings site) => $"{site.Name} · {site.Tagline.Ja} · {site.Tagline.En} · {site.Accent} · {(site.LogoSvg.Length > 0 ? "logo" : "-")}";
}
