using Community.Members;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Members;

public sealed class SignInTests
{
    private const string Email = "yukari@example.com";
    private const string Wrong = "not my password";

    [Fact]
    public async Task The_right_password_signs_in()
    {
        await using var scene = await AccountScene.Start();
        var yukari = await scene.Member("yukari");

        var done = await scene.SignIn(" YUKARI@example.com ");

        Assert.Equal(yukari.MemberId, done.Value?.MemberId);
        var account = await scene.Account("yukari");
        Assert.Equal((done.Value?.Stamp, scene.Time.Now), (account.SecurityStamp, account.LastSignInAt));
    }

    [Fact]
    public async Task The_unconfirmed_may_sign_in_to_read()
    {
        await using var scene = await AccountScene.Start();
        await scene.Register(AccountScene.Form("yukari"));

        Assert.True((await scene.SignIn(Email)).Ok);
    }

    [Fact]
    public async Task The_same_letters_from_a_wide_keyboard_are_the_same_password()
    {
        await using var scene = await AccountScene.Start();
        await scene.Member("yukari");

        Assert.True((await scene.SignIn(Email, "ｔｅｎｔ　ａｎｄ　ｃａｍｐｆｉｒｅ")).Ok);
    }

    [Theory]
    [InlineData(Email, "wrong password")]
    [InlineData("nobody@example.com", "wrong password")]
    [InlineData("no address", "")]
    [InlineData("", "")]
    public async Task One_hash_is_made_whether_or_not_there_is_an_account_and_the_answer_is_the_same(string email, string password)
    {
        await using var scene = await AccountScene.Start();
        await scene.Member("yukari");
        var before = scene.Hasher.Count;

        var done = await scene.SignIn(email, password);

        Assert.Equal(1, scene.Hasher.Count - before);
        Assert.Equal("wrong-sign-in", done.Problem?.Code);
    }

    [Theory]
    [InlineData(Email)]
    [InlineData("nobody@example.com")]
    public async Task The_fifth_wrong_password_locks_for_an_hour_without_hashing_any_more(string email)
    {
        await using var scene = await AccountScene.Start();
        await scene.Member("yukari");
        for (var i = 0; i < 4; i++)
            Assert.Equal("wrong-sign-in", (await scene.SignIn(email, Wrong)).Problem?.Code);

        var fifth = await scene.SignIn(email, Wrong);
        var before = scene.Hasher.Count;
        var right = await scene.SignIn(email);

        Assert.Equal(("locked-out", 3600), (fifth.Problem?.Code, fifth.Problem?.Args?["seconds"]));
        Assert.Equal((ProblemKind.TooFast, "locked-out"), (right.Problem?.Kind, right.Problem?.Code));
        Assert.Equal(before, scene.Hasher.Count);
    }

    [Fact]
    public async Task After_the_hour_tries_begin_anew()
    {
        await using var scene = await AccountScene.Start();
        await scene.Member("yukari");
        await Lock(scene);

        scene.Time.Pass(TimeSpan.FromMinutes(60));

        Assert.Equal("wrong-sign-in", (await scene.SignIn(Email, Wrong)).Problem?.Code);
        Assert.True((await scene.SignIn(Email)).Ok);
    }

    [Fact]
    public async Task The_lock_holds_for_that_network_and_that_address_only()
    {
        await using var scene = await AccountScene.Start();
        await scene.Member("yukari");
        await scene.Member("mori");
        await Lock(scene);

        Assert.True((await scene.SignIn(Email, network: "198.51.100.0/24")).Ok);
        Assert.True((await scene.SignIn("mori@example.com")).Ok);
        Assert.False((await scene.SignIn(Email)).Ok);
    }

    [Fact]
    public async Task A_right_password_takes_the_wrong_ones_back()
    {
        await using var scene = await AccountScene.Start();
        await scene.Member("yukari");
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 4; i++)
                await scene.SignIn(Email, Wrong);
            Assert.True((await scene.SignIn(Email)).Ok);
        }
    }

    [Fact]
    public async Task Many_tries_at_once_get_no_more_than_five_looks_at_the_password()
    {
        await using var scene = await AccountScene.Start();
        await scene.Member("yukari");
        var before = scene.Hasher.Count;

        var all = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => scene.SignIn(Email, Wrong)));

        Assert.Equal(5, scene.Hasher.Count - before);
        Assert.All(all, done => Assert.False(done.Ok));
    }

    [Fact]
    public async Task The_guards_name_nobody_and_do_not_pile_up()
    {
        await using var scene = await AccountScene.Start();
        await scene.SignIn("one@example.com", Wrong);

        scene.Time.Pass(TimeSpan.FromHours(3));
        await scene.SignIn("two@example.com", Wrong);

        var guards = await scene.Community.Read(db => db.SignInGuards.ToListAsync());
        Assert.Equal(2, guards.Count); // of the network, and of everywhere
        Assert.All(guards, guard => Assert.DoesNotContain("two", guard.Key + guard.AddressKey, StringComparison.Ordinal));
    }

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

    private static async Task Lock(AccountScene scene)
    {
        for (var i = 0; i < 5; i++)
            await scene.SignIn(Email, Wrong);
    }
}
