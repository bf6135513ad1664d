using Community.Members;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Members;

public sealed class PasswordGateTests
{
    private const string Email = "yukari@example.com";
    private const string Wrong = "not the password";
    private const string Stranger = "203.0.113.0/24";

    [Fact]
    public async Task A_right_password_forgets_no_tries_of_strangers_and_no_network()
    {
        await using var scene = await AccountScene.Start();
        var yukari = await scene.Member("yukari");
        Assert.True((await scene.SignIn(Email)).Ok);
        Assert.True((await scene.SignIn(Email, network: "198.51.100.0/24")).Ok);
        for (var n = 0; n < 5; n++)
            await scene.SignIn(Email, Wrong, Stranger);

        Assert.Null(await MakeToken(scene, yukari, AccountScene.Password));

        Assert.Equal("locked-out", (await scene.SignIn(Email, network: Stranger)).Problem?.Code);
        Assert.Equal(2, await scene.Community.Read(db => db.SignInGuards.CountAsync(g => g.PassedAt != null)));
    }

    [Fact]
    public async Task A_right_password_forgets_ones_own_tries()
    {
        await using var scene = await AccountScene.Start();
        var yukari = await scene.Member("yukari");
        for (var n = 0; n < 4; n++)
            Assert.Equal("wrong-password", await MakeToken(scene, yukari, Wrong));

        Assert.Null(await MakeToken(scene, yukari, AccountScene.Password));

        for (var n = 0; n < 4; n++)
            Assert.Equal("wrong-password", await MakeToken(scene, yukari, Wrong));
    }

    [Fact]
    public async Task Another_password_forgets_all_tries()
    {
        await using var scene = await AccountScene.Start();
        var yukari = await scene.Member("yukari");
        for (var n = 0; n < 5; n++)
            await scene.SignIn(Email, Wrong, Stranger);

        Assert.True((await scene.Community.Get<ChangePassword>().Run(yukari, new(AccountScene.Password, "another campfire tale", AccountScene.Network), default)).Ok);

        Assert.True((await scene.SignIn(Email, "another campfire tale", Stranger)).Ok);
    }

    private static async Task<string?> MakeToken(AccountScene scene, Actor actor, string password) =>
        (await scene.Community.Get<CreateMyToken>().Run(actor, new("Robot", TokenScope.Read, TimeSpan.FromDays(30), password), default)).Problem?.Code;
}
