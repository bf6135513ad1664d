using Community.Members;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Members;

public sealed class ConfirmEmailTests
{
    [Fact]
    public async Task The_mailed_link_confirms_once()
    {
        await using var scene = await AccountScene.Start();
        await scene.Register(AccountScene.Form("yukari"));
        var token = await scene.Token("yukari@example.com");

        var first = await Confirm(scene, token);
        var second = await Confirm(scene, token);

        Assert.Equal("yukari@example.com", first.Value);
        Assert.True((await scene.Account("yukari")).EmailConfirmed);
        Assert.Equal("already-confirmed", second.Problem?.Code);
    }

    [Fact]
    public async Task After_two_days_the_link_is_too_old()
    {
        await using var scene = await AccountScene.Start();
        await scene.Register(AccountScene.Form("yukari"));
        var token = await scene.Token("yukari@example.com");

        scene.Time.Pass(AccountTokens.ConfirmationLasts);

        Assert.Equal("link-expired", (await Confirm(scene, token)).Problem?.Code);
        Assert.False((await scene.Account("yukari")).EmailConfirmed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("AAAA")]
    public async Task What_is_no_token_of_ours_is_refused(string token)
    {
        await using var scene = await AccountScene.Start();

        Assert.Equal("link-invalid", (await Confirm(scene, token)).Problem?.Code);
    }

    [Fact]
    public async Task A_token_for_something_else_does_not_confirm()
    {
        await using var scene = await AccountScene.Start();
        await scene.Register(AccountScene.Form("yukari"));
        await scene.Community.Get<ForgotPassword>().Run(new ForgotPassword.Input("yukari@example.com", AccountScene.Origin), default);

        Assert.Equal("link-invalid", (await Confirm(scene, await scene.Token("yukari@example.com"))).Problem?.Code);
    }

    [Fact]
    public async Task The_confirmation_is_sent_again_on_request()
    {
        await using var scene = await AccountScene.Start();
        await scene.Register(AccountScene.Form("yukari"));
        scene.Time.Pass(AccountTokens.ConfirmationLasts);

        var done = await Resend(scene, " Yukari@Example.com ");

        Assert.True(done.Ok);
        Assert.True((await Confirm(scene, await scene.Token("yukari@example.com"))).Ok);
    }

    [Theory]
    [InlineData("nobody@example.com")]
    [InlineData("yukari@example.com")]
    public async Task Asking_again_for_nobody_or_the_confirmed_sounds_the_same_and_sends_nothing(string email)
    {
        await using var scene = await AccountScene.Start();
        await scene.Member("yukari");
        var before = await scene.Community.Read(db => db.Outbox.CountAsync());

        var done = await Resend(scene, email);

        Assert.True(done.Ok);
        Assert.Equal(1, await scene.Community.Read(db => db.Outbox.CountAsync()) - before);
        Assert.Empty(await scene.Mails("nobody@example.com"));
        Assert.Single(await scene.Mails("yukari@example.com"));
    }

    private static Task<Result<string>> Confirm(AccountScene scene, string token) => scene.Community.Get<ConfirmEmail>().Run(token, default);

    private static Task<Result<Done>> Resend(AccountScene scene, string email) =>
        scene.Community.Get<ResendConfirmation>().Run(new ResendConfirmation.Input(email, AccountScene.Origin), default);
}
