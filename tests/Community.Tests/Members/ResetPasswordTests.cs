using Community.Members;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Members;

public sealed class ResetPasswordTests
{
    private const string Email = "yukari@example.com";
    private const string New = "another campfire tale";

    [Fact]
    public async Task A_reset_sets_the_password_once_and_ends_every_session()
    {
        await using var scene = await AccountScene.Start();
        await scene.Member("yukari");
        var session = (await scene.SignIn(Email)).Value!;
        var token = await Forgot(scene);

        var first = await Reset(scene, token, New);
        var second = await Reset(scene, token, "yet another campfire");

        Assert.True(first.Ok);
        Assert.Equal("link-used", second.Problem?.Code);
        Assert.NotEqual(session.Stamp, (await scene.Account("yukari")).SecurityStamp);
        Assert.True((await scene.SignIn(Email, New)).Ok);
        Assert.False((await scene.SignIn(Email)).Ok);
        Assert.Equal("Your password at Yamabiko was changed", (await scene.Mails(Email))[^1].Subject);
    }

    [Fact]
    public async Task Of_two_links_the_first_used_voids_the_other()
    {
        await using var scene = await AccountScene.Start();
        await scene.Member("yukari");
        var (one, two) = (await Forgot(scene), await Forgot(scene));

        Assert.True((await Reset(scene, two, New)).Ok);
        Assert.Equal("link-used", (await Reset(scene, one, "yet another campfire")).Problem?.Code);
    }

    [Fact]
    public async Task Two_who_use_one_link_at_once_set_one_password()
    {
        await using var scene = await AccountScene.Start();
        await scene.Member("yukari");
        var token = await Forgot(scene);

        var both = await Task.WhenAll(Reset(scene, token, New), Reset(scene, token, "yet another campfire"));

        Assert.Single(both, done => done.Ok);
    }

    [Fact]
    public async Task After_two_hours_the_link_is_too_old()
    {
        await using var scene = await AccountScene.Start();
        await scene.Member("yukari");
        var token = await Forgot(scene);

        scene.Time.Pass(AccountTokens.ResetLasts);

        Assert.Equal("link-expired", (await Reset(scene, token, New)).Problem?.Code);
    }

    [Fact]
    public async Task A_weak_password_is_refused_and_the_link_still_works()
    {
        await using var scene = await AccountScene.Start();
        await scene.Member("yukari");
        var token = await Forgot(scene);

        Assert.Equal("password-is-name", (await Reset(scene, token, "yukari12345")).Problem?.Code);
        Assert.True((await Reset(scene, token, New)).Ok);
    }

    [Fact]
    public async Task A_reset_unlocks_every_network()
    {
        await using var scene = await AccountScene.Start();
        await scene.Member("yukari");
        foreach (var network in new[] { "192.0.2.0/24", "2001:db8::/64" })
        {
            for (var i = 0; i < 5; i++)
                await scene.SignIn(Email, "not my password", network);
        }

        await Reset(scene, await Forgot(scene), New);

        Assert.True((await scene.SignIn(Email, New)).Ok);
        Assert.True((await scene.SignIn(Email, New, "2001:db8::/64")).Ok);
    }

    [Fact]
    public async Task Whoever_registered_with_somebody_elses_address_is_out()
    {
        await using var scene = await AccountScene.Start();
        await scene.Register(AccountScene.Form("yukari"));

        await Reset(scene, await Forgot(scene), New);

        Assert.True((await scene.Account("yukari")).EmailConfirmed);
        Assert.False((await scene.SignIn(Email)).Ok);
    }

    [Fact]
    public async Task A_stranger_hears_the_same_costs_the_same_and_gets_no_mail()
    {
        await using var scene = await AccountScene.Start();
        await scene.Member("yukari");
        var (hashes, rows) = (scene.Hasher.Count, await scene.Community.Read(db => db.Outbox.CountAsync()));

        var done = await scene.Community.Get<ForgotPassword>().Run(new ForgotPassword.Input("nobody@example.com", AccountScene.Origin), default);

        Assert.True(done.Ok);
        Assert.Equal((0, 1), (scene.Hasher.Count - hashes, await scene.Community.Read(db => db.Outbox.CountAsync()) - rows));
        Assert.Empty(await scene.Mails("nobody@example.com"));
    }

    private static async Task<string> Forgot(AccountScene scene)
    {
        Assert.True((await scene.Community.Get<ForgotPassword>().Run(new ForgotPassword.Input(Email, AccountScene.Origin), default)).Ok);
        return await scene.Token(Email);
    }

    private static Task<Result<Done>> Reset(AccountScene scene, string token, string password) =>
        scene.Community.Get<ResetPassword>().Run(new ResetPassword.Input(token, password, "203.0.113.7"), default);
}
