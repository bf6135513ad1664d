using System.Net;
using System.Net.Http.Headers;
using Community.Members;
using Community.Shared;
using Community.Web.Tests.Support;

namespace Community.Web.Tests.Api;

/// <summary>What ends the sessions of a member ends the tokens that may have been made with them.</summary>
public sealed class EndedTokensTests(OpenCommunity community) : IClassFixture<OpenCommunity>
{
    private const string Better = "canvas, rope and rain";

    [Fact]
    public async Task Another_password_ends_every_token()
    {
        using var member = await community.Member("tokiko");
        var token = await Token("tokiko");
        Assert.Equal(HttpStatusCode.OK, await Me(token));

        await member.Fill("/account/password", [("current-password", OpenCommunity.Password), ("password", Better)]);

        Assert.Equal(HttpStatusCode.Unauthorized, await Me(token));
    }

    [Fact]
    public async Task So_does_a_password_that_was_forgotten()
    {
        using var member = await community.Member("wasure");
        var token = await Token("wasure");

        using var visitor = community.Visitor();
        await visitor.Fill(await community.Link("wasure@example.com"), [("password", Better)]);

        Assert.Equal(HttpStatusCode.Unauthorized, await Me(token));
    }

    private async Task<string> Token(string handle)
    {
        var made = await community.Get<CreateToken>().Run(Actor.System, new CreateToken.Input(handle, "a bot", TokenScope.Write), TestContext.Current.CancellationToken);
        return made.Value!.Token;
    }

    private async Task<HttpStatusCode> Me(string token)
    {
        using var client = new HttpClient { BaseAddress = new Uri(community.Address) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.GetAsync("/api/v1/me", TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
