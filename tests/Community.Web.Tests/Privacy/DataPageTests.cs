using System.IO.Compression;
using System.Net;
using Community.Data;
using Community.Members;
using Community.Shared;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Privacy;

public sealed class DataPageTests(OpenCommunity community) : IClassFixture<OpenCommunity>
{
    [Fact]
    public async Task The_page_tells_in_plain_words_what_is_held()
    {
        using var aoi = await community.Member("aoi");

        await aoi.Open("/me/data");

        Assert.Equal(HttpStatusCode.OK, aoi.Status);
        Assert.Contains("E-mail address and password", aoi.Page, StringComparison.Ordinal);
        Assert.Contains("What you agreed to", aoi.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(">Held", aoi.Page, StringComparison.Ordinal);
        Assert.Contains("href=\"/me/data\"", (await aoi.Open("/account/settings")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_download_is_the_members_own_and_has_a_limit()
    {
        using var ren = await community.Member("ren");
        using var mori = await community.Member("mori");

        var files = await Download(ren);
        Assert.Contains("ren@example.com", files["account.json"], StringComparison.Ordinal);
        Assert.DoesNotContain("mori", string.Concat(files.Values), StringComparison.Ordinal);
        await Download(ren);
        await Download(ren);
        await ren.Open("/me/data");
        await ren.Post("/me/data/download", ren.Tokens());

        Assert.Equal(HttpStatusCode.TooManyRequests, ren.Status);
        Assert.Contains("mori@example.com", (await Download(mori))["account.json"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_other_site_and_no_stranger_starts_a_download()
    {
        using var sora = await community.Member("sora");
        using var visitor = community.Visitor();

        await sora.Post("/me/data/download", [("format", "zip")]);
        Assert.InRange((int)sora.Status, 400, 499);
        Assert.Equal("/account/login?return=%2Fme%2Fdata", (await visitor.Open("/me/data")).Leads);
        await visitor.Post("/me/data/download", [("format", "zip")]);
        Assert.StartsWith("/account/login", visitor.Leads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_erases_the_account_is_out_everywhere_and_unknown_at_once()
    {
        using var kai = await community.Member("kai");
        using var phone = community.Visitor();
        using var visitor = community.Visitor();
        await OpenCommunity.SignIn(phone, "kai@example.com");
        await kai.Fill("/forums/general/new", [("title", "How do you keep maps dry?"), ("body", "Mine were soaked last weekend by KAIS rain."), ("step", "post")], "topic");
        var topic = kai.Leads!;
        Assert.Contains("KAIS rain", (await visitor.Open(topic)).Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Open("/members/kai")).Status);

        await kai.Fill("/me/data", [("texts", "erase"), ("handle", "kia"), ("current-password", OpenCommunity.Password)], "erase");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "kia"), (kai.Status, kai.Value("handle")));
        await kai.Fill("/me/data", [("texts", "erase"), ("handle", "kai"), ("current-password", OpenCommunity.Password)], "erase");

        Assert.Equal("/me/erased", kai.Leads);
        Assert.Equal(HttpStatusCode.OK, (await kai.Open("/me/erased")).Status);
        Assert.StartsWith("/account/login", (await kai.Open("/me/data")).Leads, StringComparison.Ordinal);
        Assert.StartsWith("/account/login", (await phone.Open("/account/settings")).Leads, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open("/members/kai")).Status);
        // The host is at it already, and one at a time is enough.
        do
            await community.Get<Community.Privacy.ContinueErasures>().Run(TestContext.Current.CancellationToken);
        while (await community.Get<CommunityData>().Read(db => db.Topics.AnyAsync(t => t.Title.Contains("maps dry"))));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open(topic)).Status);
        Assert.DoesNotContain("maps dry", (await visitor.Open("/forums/general?sort=newest")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_owner_is_told_why_they_cannot_go()
    {
        using var owner = community.Visitor();
        await OpenCommunity.SignIn(owner, OpenCommunity.OwnerEmail);
        var handle = await community.Get<CommunityData>().Read(db => db.Members.Where(m => m.Role == Role.Owner).Select(m => m.Handle).SingleAsync());

        await owner.Fill("/me/data", [("texts", "keep"), ("handle", handle), ("current-password", OpenCommunity.Password)], "erase");

        Assert.Equal(HttpStatusCode.Conflict, owner.Status);
        Assert.Contains("The community needs an owner. Make somebody else an owner first.", owner.Errors);
    }

    [Fact]
    public async Task An_administrator_erases_from_the_desk_and_nobody_else_finds_the_page()
    {
        using var gone = await community.Member("yuri");
        using var other = await community.Member("nagi");
        using var owner = community.Visitor();
        await OpenCommunity.SignIn(owner, OpenCommunity.OwnerEmail);

        Assert.Equal(HttpStatusCode.NotFound, (await other.Open("/admin/members/yuri/erase")).Status);
        Assert.Contains("href=\"/admin/members/yuri/erase\"", (await owner.Open("/moderation/members/yuri")).Page, StringComparison.Ordinal);
        await owner.Fill("/admin/members/yuri/erase", [("texts", "erase"), ("typed-handle", "yuri"), ("reason", ""), ("current-password", OpenCommunity.Password)], "erase");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, owner.Status);
        await owner.Fill("/admin/members/yuri/erase", [("texts", "erase"), ("typed-handle", "yuri"), ("reason", "Asked for it by mail"), ("current-password", "not mine")], "erase");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Asked for it by mail"), (owner.Status, owner.Value("reason")));
        Assert.Contains("This is not your present password.", owner.Errors);
        await owner.Fill("/admin/members/yuri/erase", [("texts", "erase"), ("typed-handle", "yuri"), ("reason", "Asked for it by mail"), ("current-password", OpenCommunity.Password)], "erase");

        Assert.Equal("/moderation/log", owner.Leads);
        Assert.Contains("Member erased", (await owner.Open("/moderation/log")).Page, StringComparison.Ordinal);
        Assert.StartsWith("/account/login", (await gone.Open("/account/settings")).Leads, StringComparison.Ordinal);
        Assert.True(await community.Get<CommunityData>().Read(db => db.Members.AnyAsync(m => m.State == MemberState.Erased)));
    }

    private static async Task<Dictionary<string, string>> Download(FormVisitor by)
    {
        await by.Open("/me/data");
        await by.Post("/me/data/download", by.Tokens());
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (by.Status, by.Answer.Content.Headers.ContentType?.MediaType));
        await using var zip = await ZipArchive.CreateAsync(await by.Answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), ZipArchiveMode.Read, false, null, TestContext.Current.CancellationToken);
        var files = new Dictionary<string, string>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(TestContext.Current.CancellationToken));
            files.Add(entry.FullName, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }

        return files;
    }
}
