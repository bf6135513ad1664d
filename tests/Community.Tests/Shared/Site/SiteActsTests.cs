using Community.Shared;
using Community.Shared.Site;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Shared.Site;

public sealed class SiteActsTests
{
    private static readonly UpdateBrand.Input Brand = new("山びこ", new("山の道具のコミュニティ", "A community for mountain gear"), "#8C2F39", "");

    [Fact]
    public async Task A_new_brand_is_on_the_next_page_and_in_the_log()
    {
        await using var community = await TestCommunity.Start();
        var olga = await community.Person("olga", Role.Owner);
        var before = await community.Get<SiteCache>().Get();

        Assert.True((await community.Get<UpdateBrand>().Run(olga, Brand)).Ok);

        var site = await community.Get<SiteCache>().Get();
        Assert.Equal(("山びこ", "#8c2f39"), (site.Name, site.Accent));
        Assert.True(site.Epoch > before.Epoch);
        Assert.Equal("update-brand", await community.Read(db => db.Log.Select(e => e.Action).SingleAsync()));
    }

    [Theory]
    [InlineData("", "#8c2f39", "name-too-short")]
    [InlineData("a\nb", "#8c2f39", "text-line-break")]
    [InlineData("Yama", "red", "accent-not-a-colour")]
    [InlineData("Yama", "#8c2f3", "accent-not-a-colour")]
    [InlineData("Yama", "#8c2f3g", "accent-not-a-colour")]
    [InlineData("Yama", "#fafafa", "accent-too-pale")]
    public async Task A_brand_that_cannot_be_shown_is_refused(string name, string accent, string code)
    {
        await using var community = await TestCommunity.Start();
        var olga = await community.Person("olga", Role.Owner);

        var result = await community.Get<UpdateBrand>().Run(olga, Brand with { Name = name, Accent = accent });

        Assert.Equal(code, result.Problem!.Code);
        Assert.Equal(0, await community.Read(db => db.Site.CountAsync()));
    }

    [Theory]
    [InlineData(Role.Member)]
    [InlineData(Role.Brand)]
    [InlineData(Role.Moderator)]
    public async Task Only_the_owner_and_admins_set_up_the_community(Role role)
    {
        await using var community = await TestCommunity.Start();
        var ann = await community.Person("ann", role);

        Problem?[] problems =
        [
            (await community.Get<UpdateBrand>().Run(ann, Brand)).Problem,
            (await community.Get<UpdateSite>().Run(ann, new("ja", "Asia/Tokyo", 13, true, false))).Problem,
            (await community.Get<SetAnnouncement>().Run(ann, new(new("", "Hello"), null))).Problem,
            (await community.Get<PublishDocument>().Run(ann, new(DocumentKind.Rules, new("", "Be kind to one another."), 0))).Problem,
        ];

        Assert.All(problems, p => Assert.Equal((ProblemKind.Forbidden, "admins-only"), (p!.Kind, p.Code)));
    }

    [Fact]
    public async Task The_settings_are_kept()
    {
        await using var community = await TestCommunity.Start();
        var olga = await community.Person("olga", Role.Admin);

        Assert.True((await community.Get<UpdateSite>().Run(olga, new("ja", "Asia/Tokyo", 16, false, true))).Ok);

        var site = await community.Get<SiteCache>().Get();
        Assert.Equal(("ja", "Asia/Tokyo", 16, false, true), (site.DefaultLanguage, site.TimeZone, site.MinimumAge, site.IsRegistrationOpen, site.HoldsFirstPosts));
    }

    [Theory]
    [InlineData("fr", "Asia/Tokyo", 13, "language-unknown")]
    [InlineData("ja", "Tokyo", 13, "time-zone-unknown")]
    [InlineData("ja", "Asia/Tokyo", -1, "minimum-age-range")]
    [InlineData("ja", "Asia/Tokyo", 100, "minimum-age-range")]
    public async Task Settings_that_mean_nothing_are_refused(string language, string zone, int age, string code)
    {
        await using var community = await TestCommunity.Start();

        var result = await community.Get<UpdateSite>().Run(await community.Person("olga", Role.Owner), new(language, zone, age, true, false));

        Assert.Equal(code, result.Problem!.Code);
    }

    [Fact]
    public async Task Documents_are_published_version_by_version_and_earlier_ones_stay()
    {
        await using var community = await TestCommunity.Start();
        var olga = await community.Person("olga", Role.Owner);
        var publish = community.Get<PublishDocument>();

        Assert.Equal(1, (await publish.Run(olga, new(DocumentKind.Rules, new("おたがいを大切に話しましょう。", "Be kind to one another."), 0))).Value);
        Assert.Equal(2, (await publish.Run(olga, new(DocumentKind.Rules, new("", "Be **kind** to one another.\r\nAlways."), 1))).Value);

        var read = community.Get<ReadDocument>();
        var latest = (await read.Current(DocumentKind.Rules))!;
        Assert.Equal((2, "Be **kind** to one another.\nAlways."), (latest.Version, latest.Body.En));
        Assert.Contains("<strong>kind</strong>", latest.Html.In("ja"), StringComparison.Ordinal);
        Assert.Equal("おたがいを大切に話しましょう。", (await read.Version(DocumentKind.Rules, 1))!.Body.Ja);
        Assert.Equal([(2, "olga"), (1, "olga")], (await read.History(DocumentKind.Rules)).Select(v => (v.Version, v.By!)));
        Assert.Null(await read.Current(DocumentKind.Terms));
    }

    [Fact]
    public async Task A_document_written_over_an_older_version_is_not_lost_silently()
    {
        await using var community = await TestCommunity.Start();
        var olga = await community.Person("olga", Role.Owner);
        var publish = community.Get<PublishDocument>();
        var text = new LocalizedText("", "Be kind to one another.");
        await publish.Run(olga, new(DocumentKind.Rules, text, 0));

        Assert.Equal("document-changed", (await publish.Run(olga, new(DocumentKind.Rules, new("", "Something else altogether."), 0))).Problem!.Code);
        Assert.Equal("document-unchanged", (await publish.Run(olga, new(DocumentKind.Rules, text, 1))).Problem!.Code);
        Assert.Equal("document-missing", (await publish.Run(olga, new(DocumentKind.Rules, LocalizedText.Empty, 1))).Problem!.Code);
        Assert.Equal("document-too-short", (await publish.Run(olga, new(DocumentKind.Rules, new("", "Be."), 1))).Problem!.Code);
        Assert.Equal(ProblemKind.NotFound, (await publish.Run(olga, new((DocumentKind)9, text, 0))).Problem!.Kind);
    }

    [Theory]
    [InlineData("/t/1/maintenance", null)]
    [InlineData("https://example.com/a?b=c", null)]
    [InlineData("//example.com", "link-not-an-address")]
    [InlineData("/\\example.com", "link-not-an-address")]
    [InlineData("javascript:alert(1)", "link-not-an-address")]
    [InlineData("example", "link-not-an-address")]
    public async Task An_announcement_leads_somewhere_safe(string link, string? code)
    {
        await using var community = await TestCommunity.Start();

        var result = await community.Get<SetAnnouncement>().Run(await community.Person("olga", Role.Owner), new(new("メンテナンス", "Maintenance"), link));

        Assert.Equal(code, result.Problem?.Code);
    }

    [Fact]
    public async Task An_empty_announcement_takes_it_away_with_its_link()
    {
        await using var community = await TestCommunity.Start();
        var olga = await community.Person("olga", Role.Owner);
        await community.Get<SetAnnouncement>().Run(olga, new(new("", "Maintenance"), "/rules"));

        Assert.True((await community.Get<SetAnnouncement>().Run(olga, new(new("", " "), "/rules"))).Ok);

        var site = await community.Get<SiteCache>().Get();
        Assert.True(site.Announcement.IsEmpty);
        Assert.Null(site.AnnouncementLink);
    }
}
