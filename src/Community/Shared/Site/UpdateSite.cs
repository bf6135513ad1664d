using Community.Data;

namespace Community.Shared.Site;

/// <summary>The owner sets how the community speaks, counts its days and lets people in.</summary>
public sealed class UpdateSite(CommunityData data, TimeProvider time)
{
    public sealed record Input(string Language, string TimeZone, int MinimumAge, bool IsRegistrationOpen, bool HoldsFirstPosts);

    public async Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default)
    {
        var problem = actor.WhyNotAdminister(time.GetUtcNow())
            ?? SiteRules.WhyNotLanguage(input.Language)
            ?? SiteRules.WhyNotTimeZone(input.TimeZone)
            ?? SiteRules.WhyNotAge(input.MinimumAge);
        if (problem is not null)
            return problem;

        return await data.Write<Done>(async db =>
        {
            var site = await db.TouchSite(cancel);
            var before = Said(site);
            site.DefaultLanguage = Languages.Known(input.Language)!;
            site.TimeZone = input.TimeZone;
            site.MinimumAge = input.MinimumAge;
            site.IsRegistrationOpen = input.IsRegistrationOpen;
            site.HoldsFirstPosts = input.HoldsFirstPosts;
            db.Raise(new StaffActed(actor.MemberId, "update-site", new ContentRef(ContentKind.Site, SiteSettings.TheOne), null, null, before, Said(site)));
            return Done.Yes;
        }, cancel);
    }

    private static string Said(SiteSettings site) =>
        $"{site.DefaultLanguage} · {site.TimeZone} · {site.MinimumAge}+ · {(site.IsRegistrationOpen ? "open" : "closed")} · {(site.HoldsFirstPosts ? "holds first posts" : "-")}";
}
