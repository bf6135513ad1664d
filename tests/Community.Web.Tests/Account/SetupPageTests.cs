using System.Net;
using Community.Testing;
using Community.Web.Hosting;
using Community.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Account;

public sealed class SetupPageTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task The_printed_link_opens_the_set_up_once_and_signs_the_owner_in()
    {
        var link = new Uri(app.Services.GetRequiredService<Announcement>().SetupAddress!);
        Assert.Equal(app.Address, link.GetLeftPart(UriPartial.Authority));
        using var visitor = new FormVisitor(app.Address, "ja");
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open("/setup")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.Open("/setup?token=guessed")).Status);

        await visitor.Open("/account/preferences?language=en&return=" + Uri.EscapeDataString(link.PathAndQuery));
        Assert.Equal(HttpStatusCode.OK, (await visitor.Open(visitor.Leads!)).Status);
        Assert.Contains("/account/preferences?language=ja&amp;return=" + Uri.EscapeDataString(link.PathAndQuery), visitor.Page, StringComparison.Ordinal);

        await visitor.Fill(link.PathAndQuery, [("name", "山びこ"), ("language", "ja"), ("timeZone", "Nowhere"), ("handle", "sato"), ("email", "x"), ("password", "1234567890")]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 3), (visitor.Status, visitor.Errors.Count));
        Assert.Equal("山びこ", visitor.Value("name"));
        var forged = visitor.Hidden("setup");
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Post("/setup?token=guessed", forged)).Status);
        await visitor.Fill(link.PathAndQuery, [("name", "山びこ"), ("language", "ja"), ("timeZone", "Asia/Tokyo"), ("handle", "sato"), ("email", "sato@example.com"), ("password", OpenCommunity.Password)]);

        Assert.Equal((HttpStatusCode.SeeOther, "/"), (visitor.Status, visitor.Leads));
        Assert.Contains("@sato", (await visitor.Open("/account/settings")).Page, StringComparison.Ordinal);
        Assert.Contains("総合", (await visitor.Open("/forums")).Page, StringComparison.Ordinal);
        Assert.Contains("山びこ", (await visitor.Open("/rules")).Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.Open(link.PathAndQuery)).Status);
    }
}
