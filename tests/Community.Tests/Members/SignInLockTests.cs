using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Members;

/// <summary>Tries from one network.</summary>
public sealed class SignInLockTests
{
    private const string Email = "yukari@example.com";
    private const string Wrong = "not my password";

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

    private static async Task Lock(AccountScene scene)
    {
        for (var i = 0; i < 5; i++)
            await scene.SignIn(Email, Wrong);
    }
}
