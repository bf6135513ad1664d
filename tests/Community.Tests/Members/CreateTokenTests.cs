using Community.Members;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Members;

public sealed class CreateTokenTests
{
    [Fact]
    public async Task A_token_is_shown_once_and_kept_as_a_hash_for_half_a_year()
    {
        await using var scene = await AccountScene.Start();
        var yukari = await scene.Member("yukari");

        var made = await Create(scene, yukari, "yukari", TokenScope.Write);

        Assert.Matches("^cmt_[A-Za-z0-9_-]{43}$", made.Value?.Token);
        var row = await scene.Community.Read(db => db.ApiTokens.SingleAsync());
        Assert.Equal((yukari.MemberId, TokenScope.Write, scene.Time.Now.AddDays(180)), (row.MemberId, row.Scope, row.ExpiresAt));
        Assert.Equal(CreateToken.HashOf(made.Value!.Token), row.Hash);
    }

    [Fact]
    public async Task The_operator_makes_them_for_anybody()
    {
        await using var scene = await AccountScene.Start();
        await scene.Member("yukari");

        Assert.True((await Create(scene, Actor.System, "YUKARI", TokenScope.Read)).Ok);
        Assert.True((await Create(scene, Actor.System, "olga", TokenScope.Staff)).Ok);
        Assert.Equal(ProblemKind.NotFound, (await Create(scene, Actor.System, "nobody", TokenScope.Read)).Problem?.Kind);
    }

    [Fact]
    public async Task Not_for_others_not_for_staff_work_not_for_ever_and_not_while_only_reading()
    {
        await using var scene = await AccountScene.Start();
        var yukari = await scene.Member("yukari");

        Assert.Equal(ProblemKind.NotFound, (await Create(scene, yukari, "olga", TokenScope.Read)).Problem?.Kind);
        Assert.Equal(ProblemKind.NotFound, (await Create(scene, Actor.Visitor, "yukari", TokenScope.Read)).Problem?.Kind);
        Assert.Equal("scope-not-yours", (await Create(scene, yukari, "yukari", TokenScope.Staff)).Problem?.Code);
        Assert.Equal("token-lasts", (await Create(scene, yukari, "yukari", TokenScope.Read, TimeSpan.FromDays(900))).Problem?.Code);
        Assert.Equal("suspended", (await Create(scene, yukari with { SuspendedUntil = scene.Time.Now.AddDays(1) }, "yukari", TokenScope.Read)).Problem?.Code);
    }

    private static Task<Result<NewToken>> Create(AccountScene scene, Actor actor, string handle, TokenScope scope, TimeSpan? lasts = null) =>
        scene.Community.Get<CreateToken>().Run(actor, new CreateToken.Input(handle, "My script", scope, lasts), default);
}
