using Community.Discussions;
using Community.Members;
using Community.Moderation;
using Community.Privacy;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Privacy;

public sealed class EraseMemberTests
{
    [Fact]
    public async Task An_administrator_erases_with_a_reason_that_stays_in_the_log()
    {
        await using var scene = await PrivacyScene.Start();

        PrivacyScene.Must(await Erase(scene, scene.Owner, "@Kanariya"));
        await scene.Continue();

        Assert.Empty(await WholeDatabase.Search(scene.Community, PrivacyScene.Words, PrivacyScene.Handle));
        var line = PrivacyScene.Must(await scene.Community.Get<ReadLog>().Run(scene.Owner, new ReadLog.Filter(Action: EraseMember.Action))).Items.Single();
        Assert.Equal(("olga", "Asked for it by mail", false), (line.By?.Handle, line.Reason, line.IsErased));
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task Somebody_who_came_with_an_import_can_be_erased()
    {
        await using var scene = await PrivacyScene.Start();
        var guest = await scene.Community.Person("wandering", state: MemberState.Imported);
        await scene.Community.Arrange(db => db.ImportedItems.Add(new() { Source = "discourse", Kind = "member", Key = "wandering-elsewhere", ContentId = guest.MemberId!.Value }));
        await scene.Reply(guest, scene.Others, "Words of the WANDERER from elsewhere.");
        await scene.Reply(scene.Ben, scene.Others, "[quote=\"wandering-elsewhere, post:7\"]\nThe WANDERER said this.\n[/quote]\n\nAnd Ben answers.");

        PrivacyScene.Must(await Erase(scene, scene.Owner, "wandering", guest.MemberId));
        await scene.Continue();

        Assert.Empty(await WholeDatabase.Search(scene.Community, "WANDERER", "wandering"));
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task Only_administrators_may_and_nobody_above_them()
    {
        await using var scene = await PrivacyScene.Start();
        var ada = await scene.Community.Person("ada", Role.Admin);

        Assert.Equal("admins-only", (await Erase(scene, scene.Mia, PrivacyScene.Handle)).Problem?.Code);
        Assert.Equal("admins-only", (await Erase(scene, scene.Ben, PrivacyScene.Handle)).Problem?.Code);
        Assert.Equal("above-your-role", (await Erase(scene, ada, "olga", scene.Owner.MemberId)).Problem?.Code);
        Assert.Equal("not-yourself", (await Erase(scene, ada, "ada", ada.MemberId)).Problem?.Code);
        Assert.Equal("handle-not-theirs", (await Erase(scene, ada, "benjiro")).Problem?.Code);
        Assert.Equal("reason-required", (await Erase(scene, ada, PrivacyScene.Handle, reason: " ")).Problem?.Code);
        Assert.False(await scene.Community.Read(db => db.Erasures.AnyAsync()));
    }

    [Fact]
    public async Task Those_who_stand_side_by_side_do_not_erase_one_another()
    {
        await using var scene = await PrivacyScene.Start();
        var (ada, abe) = (await scene.Community.Person("ada", Role.Admin), await scene.Community.Person("abe", Role.Admin));
        var oda = await scene.Community.Person("oda", Role.Owner);

        Assert.Equal("above-your-role", (await Erase(scene, ada, "abe", abe.MemberId)).Problem?.Code);
        Assert.Equal("role-first", (await Erase(scene, scene.Owner, "oda", oda.MemberId)).Problem?.Code);
        Assert.True((await Erase(scene, scene.Owner, "abe", abe.MemberId)).Ok);
    }

    [Fact]
    public async Task The_administrators_own_password_is_asked_and_tries_are_few()
    {
        await using var scene = await PrivacyScene.Start();

        var refused = new List<string?>();
        for (var n = 0; n < 12; n++)
            refused.Add((await Erase(scene, scene.Owner, PrivacyScene.Handle, password: "a guess")).Problem?.Code);

        Assert.Equal("wrong-password", refused[0]);
        Assert.Equal("locked-out", refused[^1]);
        Assert.Equal("locked-out", (await Erase(scene, scene.Owner, PrivacyScene.Handle)).Problem?.Code);
        Assert.False(await scene.Community.Read(db => db.Erasures.AnyAsync()));
    }

    [Fact]
    public async Task A_handle_that_was_mistyped_costs_no_try_of_the_password()
    {
        await using var scene = await PrivacyScene.Start();

        for (var n = 0; n < 12; n++)
            Assert.Equal("handle-not-theirs", (await Erase(scene, scene.Owner, "kanarya")).Problem?.Code);

        Assert.True((await Erase(scene, scene.Owner, PrivacyScene.Handle)).Ok);
    }

    [Fact]
    public async Task Nobody_is_erased_twice()
    {
        await using var scene = await PrivacyScene.Start();
        PrivacyScene.Must(await Erase(scene, scene.Owner, PrivacyScene.Handle));

        var again = await Erase(scene, scene.Owner, "former-member-1");

        Assert.Equal("not-found", again.Problem?.Code);
    }

    [Fact]
    public async Task What_a_member_of_the_staff_did_stays_done()
    {
        await using var scene = await PrivacyScene.Start();

        PrivacyScene.Must(await Erase(scene, scene.Owner, "mia", scene.Mia.MemberId));
        await scene.Continue();

        Assert.Equal(Role.Member, (await scene.Community.Read(db => db.Members.SingleAsync(m => m.Id == scene.Mia.MemberId))).Role);
        Assert.True(await scene.Community.Read(db => db.Posts.AnyAsync(p => p.State == PostState.Hidden)));
        Assert.Empty(await scene.Differences());
    }

    private static Task<Result<Done>> Erase(PrivacyScene scene, Actor by, string handle, long? whom = null, string reason = "Asked for it by mail", string password = AccountScene.Password) =>
        scene.Community.Get<EraseMember>().Run(by, new EraseMember.Input(whom ?? scene.Kana.MemberId!.Value, handle, reason, false, password));
}
