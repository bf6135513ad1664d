using System.Globalization;
using System.Net;
using Community.Data;
using Community.Web.Hosting;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.BadInput;

public sealed class QueryNumberTests(OpenCommunity community) : IClassFixture<OpenCommunity>
{
    [Theory]
    [InlineData("%00")]
    [InlineData("many")]
    [InlineData("99999999999999999999")]
    [InlineData("-1")]
    public async Task What_is_no_number_breaks_no_page_that_expects_one(string number)
    {
        using var owner = community.Visitor();
        await OpenCommunity.SignIn(owner, OpenCommunity.OwnerEmail);
        await owner.Fill("/forums/general/new", [("title", $"How do you keep {Uri.EscapeDataString(number)} maps dry?"), ("body", $"Mine were soaked {Uri.EscapeDataString(number)} times."), ("step", "post")], "topic");
        var topic = owner.Leads!;
        var post = await community.Get<CommunityData>().Read(db => db.Posts.MaxAsync(p => p.Id));

        foreach (var name in (string[])["page", "reply", "quote", "react", "remove", "moderate", PageAddress.Jump])
            Assert.True((int)(await owner.Open($"{topic}?{name}={number}")).Status < 500, name);
        Assert.True((int)(await owner.Open(string.Create(CultureInfo.InvariantCulture, $"/p/{post}/revisions?version={number}"))).Status < 500);
        Assert.Equal(HttpStatusCode.OK, (await owner.Open($"/admin/documents/rules?version={number}")).Status);
    }
}
