using System.Globalization;
using System.Net;
using Community.Data;
using Community.Testing;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.BadInput;

/// <summary>Whatever is given as the address to go back to, the answer leads to a page of this site and carries no header of a stranger's.</summary>
public sealed class ReturnAddressTests(OpenCommunity community) : IClassFixture<OpenCommunity>
{
    private static readonly string[] Lists = ["injection-lists/openredirects.txt", "injection-lists/Open-Redirect-payloads.txt", "injection-lists/crlfinjection.txt"];

    private static readonly string[] Own =
    [
        "//evil.example", "/\\evil.example", "https://evil.example", "/\t/evil.example", "\\\\evil.example", "javascript:alert(1)", "/%2f/evil.example",
        "/%5cevil.example", "", "evil", "/\u2028/evil", "/x\r\nevil: yes", "/x\nSet-Cookie: crlf=injection", "/@evil.example", "///evil.example", "/.//evil.example", "/x/..//evil.example",
    ];

    private static IEnumerable<string> Addresses => Lists.SelectMany(list => File.ReadLines(TestData.Require(list))).Concat(Own);

    [Fact]
    public async Task After_a_choice_of_language_or_theme()
    {
        using var visitor = community.Visitor();

        foreach (var back in Addresses)
        {
            await visitor.Open("/account/preferences?theme=dark&return=" + Uri.EscapeDataString(back));
            LeadsHome(visitor, back);
        }
    }

    [Fact]
    public async Task After_signing_in()
    {
        foreach (var back in Addresses)
        {
            using var visitor = community.Visitor();
            await OpenCommunity.SignIn(visitor, OpenCommunity.OwnerEmail, back: back);
            Assert.Equal(HttpStatusCode.SeeOther, visitor.Status);
            LeadsHome(visitor, back);
        }
    }

    [Fact]
    public async Task After_a_reaction()
    {
        using var reader = await community.Member("sen");
        using var writer = community.Visitor();
        await OpenCommunity.SignIn(writer, OpenCommunity.OwnerEmail);
        await writer.Fill("/forums/general/new", [("title", "Which lantern for the harbour wall?"), ("body", "Mine went out in the wind again last night."), ("step", "post")], "topic");
        var topic = writer.Leads!;
        var post = await community.Get<CommunityData>().Read(db => db.Posts.OrderByDescending(p => p.Id).Select(p => p.Id).FirstAsync());
        await reader.Open(topic);
        var token = reader.Value("__RequestVerificationToken")!;
        var path = string.Create(CultureInfo.InvariantCulture, $"/p/{post}/react");

        foreach (var back in Addresses)
        {
            await reader.Post(path, [("__RequestVerificationToken", token), ("kind", "heart"), ("return", back)]);
            Assert.Equal(HttpStatusCode.SeeOther, reader.Status);
            LeadsHome(reader, back);
        }
    }

    // As a browser reads it: relative to the page, with backslashes as slashes and tabs and line ends dropped.
    private static void LeadsHome(FormVisitor visitor, string back)
    {
        Assert.True((int)visitor.Status is >= 300 and < 400, $"{back} was answered {visitor.Status}");
        var leads = Assert.IsType<string>(visitor.Leads);
        Assert.StartsWith("/", leads, StringComparison.Ordinal);
        var read = string.Concat(leads.Replace('\\', '/').Where(c => c is not ('\t' or '\r' or '\n')));
        Assert.True(Uri.TryCreate(new Uri("http://home.example/account/x"), read, out var to) && to.Host == "home.example", $"{back} led to {leads}");
        Assert.False(visitor.Answer.Headers.Contains("evil"));
        Assert.DoesNotContain("crlf", visitor.CookieNames);
    }
}
