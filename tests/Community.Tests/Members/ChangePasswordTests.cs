using Community.Members;
using Community.Shared;
using Community.Tests.Support;

namespace Community.Tests.Members;

public sealed class ChangePasswordTests
{
    private const string New = "another campfire tale";

    [Fact]
    public async Task The_session_that_asks_goes_on_and_the_others_end()
    {
        await using var scene = await AccountScene.Start();
        var yukari = await scene.Member("yukari");
        var before = (await scene.Account("yukari")).SecurityStamp;

        var done = await Change(scene, yukari, AccountScene.Password, New);

        var now = (await scene.Account("yukari")).SecurityStamp;
        Assert.NotEqual(before, now);
        Assert.Equal(now, done.Value?.Stamp);
        Assert.True((await scene.SignIn("yukari@example.com", New)).Ok);
        Assert.Equal("Your password at Yamabiko was changed", (await scene.Mails("yukari@example.com"))[^1].Subject);
    }

    [Fact]
    public async Task Strangers_who_guess_keep_nobody_who_is_signed_in_from_a_new_password()
    {
        await using var scene = await AccountScene.Start(("Community:Limits:SignInTriesPerAccount", "5"));
        var yukari = await scene.Member("yukari");
        for (var network = 0; network < 5; network++)
            await scene.SignIn("yukari@example.com", "not my password", $"203.0.{network}.0/24");
        Assert.Equal("locked-out", (await scene.SignIn("yukari@example.com", network: "198.51.100.0/24")).Problem?.Code);

        var done = await Change(scene, yukari, AccountScene.Password, New);

        Assert.True(done.Ok);
        Assert.True((await scene.SignIn("yukari@example.com", New, "198.51.100.0/24")).Ok);
    }

    [Fact]
    public async Task The_present_password_must_be_right_and_guessing_it_locks()
    {
        await using var scene = await AccountScene.Start();
        var yukari = await scene.Member("yukari");

        var first = await Change(scene, yukari, "not my password", New);
        for (var i = 0; i < 4; i++)
            await Change(scene, yukari, "not my password", New);
        var locked = await Change(scene, yukari, AccountScene.Password, New);

        Assert.Equal(("wrong-password", "current-password"), (first.Problem?.Code, first.Problem?.Field));
        Assert.Equal("locked-out", locked.Problem?.Code);
    }

    [Fact]
    public async Task A_weak_one_is_refused()
    {
        await using var scene = await AccountScene.Start();
        var yukari = await scene.Member("yukari");

        Assert.Equal("password-too-short", (await Change(scene, yukari, AccountScene.Password, "short")).Problem?.Code);
    }

    [Fact]
    public async Task A_visitor_has_none_to_change()
    {
        await using var scene = await AccountScene.Start();

        Assert.Equal(ProblemKind.Forbidden, (await Change(scene, Actor.Visitor, AccountScene.Password, New)).Problem?.Kind);
    }

    [Fact]
    public async Task Of_two_changes_at_once_one_counts()
    {
        await using var scene = await AccountScene.Start();
        var yukari = await scene.Member("yukari");

        var both = await Task.WhenAll(Change(scene, yukari, AccountScene.Password, New), Change(scene, yukari, AccountScene.Password, "yet another campfire"));

        Assert.Single(both, done => done.Ok);
    }

    private static Task<Result<SignedIn>> Change(AccountScene scene, Actor actor, string current, string password) =>
        scene.Community.Get<ChangePassword>().Run(actor, new ChangePassword.Input(current, password, AccountScene.Network), default);
}
