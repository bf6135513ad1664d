using System.Net;
using Community.Web.Tests.Support;

namespace Community.Web.Tests.Account;

public sealed class SettingsPageTests(OpenCommunity community) : IClassFixture<OpenCommunity>
{
    private const string New = "another campfire tale";

    [Fact]
    public async Task Profile_language_zone_theme_and_digest_are_kept()
    {
        using var aoi = await community.Member("aoi");

        await aoi.Fill("/account/settings", [("display-name", "葵"), ("bio", "<山> & 海\r\n\r\n空")], "profile");
        Assert.Equal("/account/settings?saved=profile", aoi.Leads);
        await aoi.Fill("/account/settings", [("language", "ja"), ("timeZone", "Asia/Tokyo"), ("theme", "Dark")], "preferences");
        await aoi.Fill("/account/settings", [("wants-digest", "true")], "digest");
        await aoi.Open("/account/settings?saved=digest");

        Assert.Contains("<html lang=\"ja\" data-theme=\"dark\"", aoi.Page, StringComparison.Ordinal);
        Assert.Equal("葵", aoi.Value("display-name"));
        Assert.Contains("保存しました", aoi.Page, StringComparison.Ordinal);
        Assert.Contains("&lt;山&gt; &amp; 海", aoi.Page, StringComparison.Ordinal);
        Assert.Matches("<option value=\"Asia/Tokyo\" selected", aoi.Page);
        Assert.Matches("name=\"wants-digest\"[^>]*checked", aoi.Page);
    }

    [Fact]
    public async Task A_refused_name_is_still_there_to_be_mended()
    {
        using var mori = await community.Member("mori");

        await mori.Fill("/account/settings", [("display-name", "a\u202Eb"), ("bio", "kept")], "profile");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, mori.Status);
        Assert.Equal("a\u202Eb", mori.Value("display-name"));
        Assert.Contains("kept</textarea>", mori.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_password_signs_other_devices_out_and_this_one_stays()
    {
        using var here = await community.Member("ren");
        using var elsewhere = community.Visitor();
        await OpenCommunity.SignIn(elsewhere, "ren@example.com");

        await here.Fill("/account/password", [("current-password", "wrong wrong wrong"), ("password", New)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, here.Status);
        await here.Fill("/account/password", [("current-password", OpenCommunity.Password), ("password", New)]);

        Assert.Equal("/account/settings?saved=password", here.Leads);
        Assert.Equal(HttpStatusCode.OK, (await here.Open("/account/settings")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.Open("/account/settings")).Status);
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_once()
    {
        using var sora = await community.Member("sora");
        using var elsewhere = community.Visitor();
        await elsewhere.Fill("/account/forgot", [("email", "sora@example.com")]);
        Assert.Equal((HttpStatusCode.SeeOther, "/account/sent"), (elsewhere.Status, elsewhere.Leads));
        await elsewhere.Fill("/account/forgot", [("email", "nobody@example.com")]);
        Assert.Equal((HttpStatusCode.SeeOther, "/account/sent"), (elsewhere.Status, elsewhere.Leads));
        var link = await community.Link("sora@example.com");

        await elsewhere.Fill(link, [("password", "short")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, elsewhere.Status);
        await elsewhere.Fill(link, [("password", New)]);
        Assert.Equal("/account/login?done=reset", elsewhere.Leads);
        await elsewhere.Fill(link, [("password", "yet another campfire")]);
        Assert.Equal(HttpStatusCode.Conflict, elsewhere.Status);

        Assert.Equal(HttpStatusCode.Redirect, (await sora.Open("/account/settings")).Status);
        Assert.Equal("/", (await OpenCommunity.SignIn(elsewhere, "sora@example.com", New)).Leads);
    }

    [Fact]
    public async Task A_new_address_is_used_once_it_is_confirmed()
    {
        using var umi = await community.Member("umi");

        await umi.Fill("/account/email", [("email", "umi@example.org"), ("current-password", OpenCommunity.Password)]);
        Assert.Equal("/account/settings?saved=email-asked", umi.Leads);
        await umi.Fill(await community.Link("umi@example.org"), []);

        Assert.Equal("/account/settings?saved=email", umi.Leads);
        Assert.Contains("umi@example.org", (await umi.Open("/account/settings")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitors_choice_of_language_and_theme_is_a_cookie_and_a_members_their_own()
    {
        using var visitor = community.Visitor();
        await visitor.Open("/account/preferences?language=ja&return=%2Frules");
        Assert.Equal("/rules", visitor.Leads);
        await visitor.Open("/account/preferences?theme=dark&return=%2Frules");
        Assert.Equal(["language", "theme"], visitor.CookieNames);
        Assert.Contains("<html lang=\"ja\" data-theme=\"dark\"", (await visitor.Open("/rules")).Page, StringComparison.Ordinal);

        using var kai = await community.Member("kai");
        await kai.Open("/account/preferences?language=ja", ("Sec-Fetch-Site", "cross-site"));
        Assert.Contains("<html lang=\"en\"", (await kai.Open("/account/settings")).Page, StringComparison.Ordinal);
        await kai.Open("/account/preferences?language=ja");
        using var phone = community.Visitor();
        await OpenCommunity.SignIn(phone, "kai@example.com");
        Assert.Contains("<html lang=\"ja\"", (await phone.Open("/account/settings")).Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account/settings")]
    [InlineData("/account/password")]
    [InlineData("/account/email")]
    public async Task A_visitor_is_asked_to_sign_in(string path)
    {
        using var visitor = community.Visitor();

        await visitor.Open(path);

        Assert.Equal("/account/login?return=" + Uri.EscapeDataString(path), visitor.Leads);
    }
}
