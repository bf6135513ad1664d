using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Community.Data;
using Community.Members;
using Community.Notifications.Contract;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Account;

public sealed partial class TokensPageTests(OpenCommunity community) : IClassFixture<OpenCommunity>
{
    private const string Path = "/me/tokens";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_shown_once_and_works()
    {
        using var aoi = await community.Member("aoi");
        var mails = await MailsTo("aoi@example.com");

        await aoi.Fill(Path, Wanted("Weather bot", "Write"), "token");
        var token = Shown().Match(aoi.Page).Value;

        Assert.Equal(HttpStatusCode.OK, aoi.Status);
        Assert.StartsWith(CreateToken.Prefix, token, StringComparison.Ordinal);
        Assert.Contains($"Authorization: Bearer {token}", aoi.Page, StringComparison.Ordinal);
        Assert.Contains("no-store", aoi.Answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await Calls(token));
        Assert.Equal(mails + 1, await MailsTo("aoi@example.com"));

        await aoi.Open(Path);
        Assert.DoesNotContain(token, aoi.Page, StringComparison.Ordinal);
        Assert.Contains("Weather bot", aoi.Page, StringComparison.Ordinal);
        Assert.Contains("Read and write", aoi.Page, StringComparison.Ordinal);
        var row = await Only("Weather bot");
        Assert.Equal(CreateToken.HashOf(token), row.Hash);
        Assert.Equal(TokenScope.Write, row.Scope);
        Assert.Equal(TimeSpan.FromDays(90), row.ExpiresAt - row.CreatedAt);
    }

    [Fact]
    public async Task A_revoked_token_works_no_longer_and_leaves_the_list()
    {
        using var ren = await community.Member("ren");
        await ren.Fill(Path, Wanted("Old bot"), "token");
        var token = Shown().Match(ren.Page).Value;
        var id = (await Only("Old bot")).Id;

        await ren.Fill(Path, [("token", $"{id}")], "revoke");

        Assert.Equal(HttpStatusCode.SeeOther, ren.Status);
        Assert.Equal(HttpStatusCode.Unauthorized, await Calls(token));
        await ren.Open(ren.Leads!);
        Assert.DoesNotContain("Old bot", ren.Page, StringComparison.Ordinal);
        Assert.Contains("You have none yet", ren.Page, StringComparison.Ordinal);
        Assert.Contains("The token is revoked.", ren.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_token_cannot_be_revoked()
    {
        using var kai = await community.Member("kai");
        using var sora = await community.Member("sora");
        await kai.Fill(Path, Wanted("Kais bot"), "token");
        var token = Shown().Match(kai.Page).Value;

        await sora.Fill(Path, [("token", $"{(await Only("Kais bot")).Id}")], "revoke");

        Assert.Equal(HttpStatusCode.Gone, sora.Status);
        Assert.Single(sora.Errors);
        Assert.Equal(HttpStatusCode.OK, await Calls(token));
        Assert.Null((await Only("Kais bot")).RevokedAt);
    }

    [Theory]
    [InlineData("name", "", "name-error")]
    [InlineData("current-password", "not my password", "current-password-error")]
    [InlineData("scope", "Everything", "scope-error")]
    [InlineData("scope", "Staff", "scope-error")]
    [InlineData("lasts", "731", "lasts-error")]
    [InlineData("lasts", "for ever", "lasts-error")]
    public async Task A_refusal_stands_beside_its_field(string field, string typed, string place)
    {
        var handle = $"mori-{field[..2]}-{typed.Length}";
        using var mori = await community.Member(handle);

        await mori.Fill(Path, [.. Wanted($"Bot of {handle}").Where(one => one.Name != field), (field, typed)], "token");

        Assert.InRange((int)mori.Status, 400, 499);
        Assert.Contains($"id=\"{place}\"", mori.Page, StringComparison.Ordinal);
        Assert.DoesNotMatch(Shown(), mori.Page);
        if (field != "name")
            Assert.Equal($"Bot of {handle}", mori.Value("name"));
    }

    [Fact]
    public async Task The_staff_may_choose_the_scope_of_the_staff()
    {
        using var member = await community.Member("umi");
        Assert.DoesNotContain("value=\"Staff\"", (await member.Open(Path)).Page, StringComparison.Ordinal);
        using var owner = community.Visitor();
        await OpenCommunity.SignIn(owner, OpenCommunity.OwnerEmail);

        await owner.Fill(Path, Wanted("Desk bot", "Staff"), "token");

        Assert.Equal(TokenScope.Staff, (await Only("Desk bot")).Scope);
    }

    [Fact]
    public async Task Too_many_are_refused_until_one_is_revoked()
    {
        using var nao = await community.Member("nao");
        for (var i = 0; i < CreateToken.AtMost; i++)
            Assert.Equal(HttpStatusCode.OK, (await nao.Fill(Path, Wanted($"Nao {i}"), "token")).Status);

        await nao.Fill(Path, Wanted("One more"), "token");

        Assert.Equal(HttpStatusCode.Conflict, nao.Status);
        Assert.Contains("You have 20 tokens", Assert.Single(nao.Errors), StringComparison.Ordinal);
        await nao.Fill(Path, [("token", $"{(await Only("Nao 3")).Id}")], "revoke");
        Assert.Equal(HttpStatusCode.OK, (await nao.Fill(Path, Wanted("One more"), "token")).Status);
    }

    [Fact]
    public async Task Who_is_suspended_makes_none_and_may_revoke()
    {
        using var gen = await community.Member("gen");
        await gen.Fill(Path, Wanted("Gens bot"), "token");
        await gen.Open(Path);
        var form = gen.Hidden("token");
        await using (var db = await community.Get<IDbContextFactory<CommunityDb>>().CreateDbContextAsync(Cancel))
            await db.Members.Where(m => m.Handle == "gen").ExecuteUpdateAsync(m => m.SetProperty(x => x.SuspendedUntil, TimeProvider.System.GetUtcNow().AddDays(3)), Cancel);

        await gen.Post(Path, [.. form, .. Wanted("Another")]);
        Assert.Equal(HttpStatusCode.Forbidden, gen.Status);
        Assert.Contains(gen.Errors, error => error.Contains("suspended", StringComparison.Ordinal));
        await gen.Open(Path);
        Assert.DoesNotContain("id=\"current-password\"", gen.Page, StringComparison.Ordinal);
        await gen.Fill(Path, [("token", $"{(await Only("Gens bot")).Id}")], "revoke");

        Assert.Equal(HttpStatusCode.SeeOther, gen.Status);
    }

    [Fact]
    public async Task Who_has_not_confirmed_the_address_makes_none()
    {
        using var yui = community.Visitor();
        await yui.Fill("/account/register", OpenCommunity.Registration("yui"));
        await OpenCommunity.SignIn(yui, "yui@example.com");
        await yui.Open(Path);
        Assert.DoesNotContain("id=\"current-password\"", yui.Page, StringComparison.Ordinal);

        await yui.Post(Path, [.. yui.Hidden("revoke").Where(field => field.Name != "_handler"), ("_handler", "token"), .. Wanted("Yuis bot")]);

        Assert.Equal(HttpStatusCode.Forbidden, yui.Status);
        Assert.Contains(yui.Errors, error => error.Contains("confirm your e-mail address", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_settings_lead_to_it_and_a_visitor_signs_in_first()
    {
        using var mio = await community.Member("mio");
        using var visitor = community.Visitor();

        await visitor.Open(Path);

        Assert.Contains($"href=\"{Path}\"", (await mio.Open("/account/settings")).Page, StringComparison.Ordinal);
        Assert.Equal("/account/login?return=%2Fme%2Ftokens", visitor.Leads);
    }

    private static (string Name, string Value)[] Wanted(string name, string scope = "Read") =>
        [("name", name), ("scope", scope), ("lasts", "90"), ("current-password", OpenCommunity.Password)];

    private async Task<HttpStatusCode> Calls(string token)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, community.Address + "/api/v1/me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    private Task<ApiToken> Only(string name) => community.Get<CommunityData>().Read(db => db.ApiTokens.AsNoTracking().SingleAsync(token => token.Name == name, Cancel), Cancel);

    private Task<int> MailsTo(string address)
    {
        var recipient = MailQueue.RecipientOf(address);
        return community.Get<CommunityData>().Read(db => db.Outbox.CountAsync(mail => mail.Recipient == recipient, Cancel), Cancel);
    }

    [GeneratedRegex("cmt_[A-Za-z0-9_-]{43}")]
    private static partial Regex Shown();
}
