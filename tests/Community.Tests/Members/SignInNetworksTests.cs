using Community.Members;
using Community.Shared;
using Community.Tests.Support;

namespace Community.Tests.Members;

/// <summary>Tries from many networks, and the ones that a member is known from.</summary>
public sealed class SignInNetworksTests
{
    private const string Email = "yukari@example.com";
    private const string Wrong = "not my password";

    [Theory]
    [InlineData(Email)]
    [InlineData("nobody@example.com")]
    public async Task Guesses_from_many_networks_count_together(string email)
    {
        await using var scene = await AccountScene.Start(("Community:Limits:SignInTriesPerAccount", "20"));
        await scene.Member("yukari");
        await Guess(scene, email, networks: 5);
        var before = scene.Hasher.Count;

        var next = await scene.SignIn(email, network: "198.51.100.0/24");

        Assert.Equal("locked-out", next.Problem?.Code);
        Assert.Equal(before + 1, scene.Hasher.Count);
        scene.Time.Pass(TimeSpan.FromMinutes(60));
        Assert.Equal(email == Email, (await scene.SignIn(email, network: "198.51.100.0/24")).Ok);
    }

    [Fact]
    public async Task Strangers_who_guess_do_not_keep_a_member_out_of_where_they_sign_in_from()
    {
        await using var scene = await AccountScene.Start(("Community:Limits:SignInTriesPerAccount", "20"));
        await scene.Member("yukari");
        Assert.True((await scene.SignIn(Email)).Ok);

        for (var hours = 0; hours < 5; hours++)
        {
            scene.Time.Pass(TimeSpan.FromHours(3));
            await Guess(scene, Email, networks: 5);
            Assert.True((await scene.SignIn(Email)).Ok);
        }

        for (var i = 0; i < 5; i++)
            await scene.SignIn(Email, Wrong);
        Assert.Equal("locked-out", (await scene.SignIn(Email)).Problem?.Code);
    }

    [Fact]
    public async Task A_wrong_password_from_a_known_network_is_answered_like_one_from_anywhere()
    {
        await using var scene = await AccountScene.Start(("Community:Limits:SignInTriesPerAccount", "20"));
        await scene.Member("yukari");
        Assert.True((await scene.SignIn(Email)).Ok);
        await Guess(scene, Email, networks: 5);

        var known = await scene.SignIn(Email, Wrong);
        var elsewhere = await scene.SignIn(Email, Wrong, "198.51.100.0/24");

        Assert.Equal("locked-out", known.Problem?.Code);
        Assert.Equal((elsewhere.Problem!.Code, elsewhere.Problem.Args!["seconds"]), (known.Problem!.Code, known.Problem.Args!["seconds"]));
    }

    [Fact]
    public async Task A_network_is_known_for_thirty_days_and_no_longer()
    {
        await using var scene = await AccountScene.Start(("Community:Limits:SignInTriesPerAccount", "20"));
        await scene.Member("yukari");
        Assert.True((await scene.SignIn(Email)).Ok);

        scene.Time.Pass(TimeSpan.FromDays(30));
        await Guess(scene, Email, networks: 5);

        Assert.Equal("locked-out", (await scene.SignIn(Email)).Problem?.Code);
    }

    [Fact]
    public async Task A_reset_unlocks_what_strangers_locked()
    {
        await using var scene = await AccountScene.Start(("Community:Limits:SignInTriesPerAccount", "20"));
        await scene.Member("yukari");
        await Guess(scene, Email, networks: 5);

        await scene.Community.Data.Write<Done>(async db =>
        {
            await scene.Community.Get<SignInGate>().Restart(db, Email, "198.51.100.9", default);
            return Done.Yes;
        });

        Assert.True((await scene.SignIn(Email)).Ok);
    }

    [Fact]
    public async Task The_networks_of_one_wider_network_count_together_and_a_right_password_takes_its_own_try_back()
    {
        await using var scene = await AccountScene.Start();
        await scene.Member("yukari");
        for (var n = 0; n < 24; n++)
            Assert.Equal("wrong-sign-in", (await scene.SignIn(Email, Wrong, $"2001:db8:1:{n:x}::/64")).Problem?.Code);
        Assert.True((await scene.SignIn(Email, network: "2001:db8:1:aa::/64")).Ok);

        var last = await scene.SignIn(Email, Wrong, "2001:db8:1:bb::/64");

        Assert.Equal("locked-out", last.Problem?.Code);
        Assert.Equal("locked-out", (await scene.SignIn(Email, network: "2001:db8:1:cc::/64")).Problem?.Code);
        Assert.True((await scene.SignIn(Email, network: "2001:db8:1:aa::/64")).Ok);
        Assert.True((await scene.SignIn(Email, network: "2001:db8:2:cc::/64")).Ok);
    }

    private static async Task Guess(AccountScene scene, string email, int networks)
    {
        for (var network = 0; network < networks; network++)
        {
            for (var i = 0; i < 4; i++)
                await scene.SignIn(email, Wrong, $"203.0.{network}.0/24");
        }
    }
}
