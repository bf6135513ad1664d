using Community.Members;
using Community.Shared;
using Community.Tests.Support;

namespace Community.Tests.Members;

public sealed class ChangeEmailTests
{
    private const string Old = "yukari@example.com";
    private const string New = "yukari@example.org";

    [Fact]
    public async Task The_new_address_is_asked_the_old_one_told_and_nothing_changes_yet()
    {
        await using var scene = await AccountScene.Start();
        var yukari = await scene.Member("yukari");

        Assert.True((await Change(scene, yukari, New)).Ok);

        Assert.Equal((Old, New), ((await scene.Account("yukari")).Email, (await scene.Account("yukari")).PendingEmail));
        Assert.Equal("Confirm your new e-mail address for Yamabiko", Assert.Single(await scene.Mails(New)).Subject);
        Assert.Equal("Your e-mail address at Yamabiko is about to change", (await scene.Mails(Old))[^1].Subject);
    }

    [Fact]
    public async Task The_link_changes_it_once_and_ends_other_sessions()
    {
        await using var scene = await AccountScene.Start();
        var yukari = await scene.Member("yukari");
        await Change(scene, yukari, New);
        var token = await scene.Token(New);
        var before = (await scene.Account("yukari")).SecurityStamp;

        var first = await Confirm(scene, token);
        var second = await Confirm(scene, token);

        Assert.True(first.Ok);
        Assert.NotEqual(before, first.Value.Stamp);
        Assert.Equal("link-used", second.Problem?.Code);
        Assert.True((await scene.SignIn(New)).Ok);
        Assert.False((await scene.SignIn(Old)).Ok);
    }

    [Fact]
    public async Task Another_wish_voids_the_link_of_the_first()
    {
        await using var scene = await AccountScene.Start();
        var yukari = await scene.Member("yukari");
        await Change(scene, yukari, New);
        var token = await scene.Token(New);

        await Change(scene, yukari, "third@example.org");

        Assert.Equal("link-used", (await Confirm(scene, token)).Problem?.Code);
    }

    [Fact]
    public async Task Changing_the_password_stops_it()
    {
        await using var scene = await AccountScene.Start();
        var yukari = await scene.Member("yukari");
        await Change(scene, yukari, New);
        var token = await scene.Token(New);

        await scene.Community.Get<ChangePassword>().Run(
            yukari, new ChangePassword.Input(AccountScene.Password, "another campfire tale", AccountScene.Network), default);

        Assert.Equal("link-used", (await Confirm(scene, token)).Problem?.Code);
        Assert.Null((await scene.Account("yukari")).PendingEmail);
    }

    [Fact]
    public async Task Somebody_elses_address_sounds_like_any_other_and_its_owner_is_told()
    {
        await using var scene = await AccountScene.Start();
        var yukari = await scene.Member("yukari");
        await scene.Member("mori");

        var done = await Change(scene, yukari, "mori@example.com");

        Assert.True(done.Ok);
        Assert.Equal("You already have an account at Yamabiko", (await scene.Mails("mori@example.com"))[^1].Subject);
    }

    [Fact]
    public async Task An_address_that_was_taken_meanwhile_is_refused()
    {
        await using var scene = await AccountScene.Start();
        var yukari = await scene.Member("yukari");
        await Change(scene, yukari, "mori@example.com");
        var token = await scene.Token("mori@example.com");
        await scene.Register(AccountScene.Form("mori"));

        Assert.Equal("email-taken", (await Confirm(scene, token)).Problem?.Code);
    }

    [Theory]
    [InlineData(Old, "email-same")]
    [InlineData("YUKARI@example.com", "email-same")]
    [InlineData("nowhere", "email-invalid")]
    public async Task An_address_is_refused(string email, string code)
    {
        await using var scene = await AccountScene.Start();
        var yukari = await scene.Member("yukari");

        Assert.Equal((code, "email"), ((await Change(scene, yukari, email)).Problem?.Code, "email"));
    }

    [Fact]
    public async Task The_password_must_be_right()
    {
        await using var scene = await AccountScene.Start();
        var yukari = await scene.Member("yukari");

        Assert.Equal("wrong-password", (await Change(scene, yukari, New, "not my password")).Problem?.Code);
        Assert.Empty(await scene.Mails(New));
    }

    private static Task<Result<Done>> Change(AccountScene scene, Actor actor, string email, string password = AccountScene.Password) =>
        scene.Community.Get<ChangeEmail>().Run(actor, new ChangeEmail.Input(email, password, AccountScene.Origin), default);

    private static Task<Result<SignedIn>> Confirm(AccountScene scene, string token) => scene.Community.Get<ConfirmNewEmail>().Run(token, default);
}
