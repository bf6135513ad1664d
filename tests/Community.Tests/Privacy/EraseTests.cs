using Community.Discussions;
using Community.Forums;
using Community.Members;
using Community.Privacy;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Privacy;

public sealed class EraseTests
{
    [Fact]
    public async Task Nothing_of_an_erased_person_is_found_in_any_column_of_any_table()
    {
        await using var scene = await PrivacyScene.Start();
        Assert.NotEmpty(await WholeDatabase.Search(scene.Community, PrivacyScene.Words, PrivacyScene.Handle));

        PrivacyScene.Must(await scene.EraseMyself());
        await scene.Continue();

        Assert.Empty(await WholeDatabase.Search(scene.Community, PrivacyScene.Words, PrivacyScene.Handle, "onlykanas"));
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task Account_name_and_sessions_are_gone_with_the_first_commit()
    {
        await using var scene = await PrivacyScene.Start();
        var epoch = await scene.Community.Read(db => db.Site.Select(s => s.Epoch).SingleAsync());

        PrivacyScene.Must(await scene.EraseMyself());

        var me = scene.Kana.MemberId;
        var member = await scene.Community.Read(db => db.Members.SingleAsync(m => m.Id == me));
        Assert.Equal((MemberState.Erased, "former-member-1", "former-member-1", ""), (member.State, member.Handle, member.DisplayName, member.Bio));
        Assert.False(await scene.Community.Read(db => db.Accounts.AnyAsync(a => a.Id == me)));
        Assert.False(await scene.Community.Read(db => db.ApiTokens.AnyAsync(t => t.MemberId == me)));
        Assert.Empty(await WholeDatabase.Search(scene.Community, PrivacyScene.Email));
        Assert.NotNull((await scene.Accounts.SignIn(PrivacyScene.Email)).Problem);
        Assert.True(await scene.Community.Read(db => db.Site.Select(s => s.Epoch).SingleAsync()) > epoch);
        Assert.Equal("not-found", (await scene.Community.Get<ReadMember>().Run(PrivacyScene.Handle)).Problem?.Code);
    }

    [Fact]
    public async Task A_topic_that_others_answered_stays_under_a_title_that_says_nothing()
    {
        await using var scene = await PrivacyScene.Start();

        PrivacyScene.Must(await scene.EraseMyself());
        await scene.Continue();

        var page = PrivacyScene.Must(await scene.Community.Get<ReadTopic>().Run(Actor.Visitor, scene.Answered, 1));
        Assert.Equal("Removed topic", page.Head.Title);
        Assert.Equal([(PostState.Erased, ""), (PostState.Visible, page.Posts[1].Html)], page.Posts.Select(p => (p.State, p.Html)));
        Assert.Contains("I agree with @former-member-1. Mended.", page.Posts[1].Html, StringComparison.Ordinal);
        Assert.Empty(page.Tags);
        Assert.Equal("not-found", (await scene.Community.Get<ReadTopic>().Run(Actor.Visitor, scene.Unanswered, 1)).Problem?.Code);
        Assert.True((await scene.Community.Get<React>().Run(scene.Mia, new React.Input(scene.BensReply, ReactionKind.Clap))).Ok);
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task Words_of_others_are_untouched()
    {
        await using var scene = await PrivacyScene.Start();
        var bens = scene.Ben.MemberId;
        var before = await scene.Community.Read(db => db.Posts.Where(p => p.AuthorId == bens && p.Id != scene.BensReply).OrderBy(p => p.Id).Select(p => p.Body + p.Html + p.State).ToListAsync());

        PrivacyScene.Must(await scene.EraseMyself());
        await scene.Continue();

        Assert.Equal(before, await scene.Community.Read(db => db.Posts.Where(p => p.AuthorId == bens && p.Id != scene.BensReply).OrderBy(p => p.Id).Select(p => p.Body + p.Html + p.State).ToListAsync()));
        Assert.Equal($"[quote={scene.Opening}]\n…\n[/quote]\n\nI agree with @former-member-1. Mended.", (await scene.Post(scene.BensReply)).Body);
        Assert.Equal("Is @former-member-1 here today?", (await scene.Community.Read(db => db.Topics.SingleAsync(t => t.Number == scene.Others))).Title);
        Assert.Equal(1, (await scene.Post(scene.BensReply)).Reactions.Heart);
        Assert.False(await scene.Community.Read(db => db.Reactions.AnyAsync(r => r.MemberId == scene.Kana.MemberId)));
    }

    [Fact]
    public async Task Who_keeps_their_posts_leaves_them_without_a_name()
    {
        await using var scene = await PrivacyScene.Start();

        PrivacyScene.Must(await scene.EraseMyself(keepsTexts: true));
        await scene.Continue();

        Assert.Empty(await WholeDatabase.Search(scene.Community, PrivacyScene.Handle, $"{PrivacyScene.Words} of Kana", "First words"));
        Assert.Contains("Second words", (await scene.Post(scene.Opening)).Body, StringComparison.Ordinal);
        Assert.Contains("<bdi>former-member-1</bdi>", (await scene.Post(scene.BensReply)).Html, StringComparison.Ordinal);
        Assert.Contains("Second words", (await scene.Post(scene.BensReply)).Body, StringComparison.Ordinal);
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task The_handle_and_its_look_alikes_are_nobodys_any_more()
    {
        await using var scene = await PrivacyScene.Start();
        PrivacyScene.Must(await scene.EraseMyself());

        var again = await scene.Accounts.Register(AccountScene.Form("Kanariya", "new@example.com"));
        var former = await scene.Accounts.Register(AccountScene.Form("former-member-7", "new@example.com"));

        Assert.Equal("handle-taken", again.Problem?.Code);
        Assert.Equal("handle-reserved", former.Problem?.Code);
    }

    [Fact]
    public async Task It_takes_the_password_and_the_handle()
    {
        await using var scene = await PrivacyScene.Start();

        Assert.Equal(("current-password", "wrong-password"), Told((await scene.EraseMyself(password: "not the password")).Problem));
        Assert.Equal(("handle", "handle-not-yours"), Told((await scene.EraseMyself(handle: "kanariy")).Problem));
        Assert.Equal("sign-in", (await scene.Community.Get<EraseMyself>().Run(Actor.Visitor, new("", "", false), default)).Problem?.Code);
        Assert.False(await scene.Community.Read(db => db.Erasures.AnyAsync()));
    }

    [Fact]
    public async Task The_last_owner_stays()
    {
        await using var scene = await PrivacyScene.Start();

        var left = await scene.Community.Get<EraseMyself>().Run(scene.Owner, new(AccountScene.Password, "olga", false), default);

        Assert.Equal("last-owner", left.Problem?.Code);
        Assert.True(await scene.Community.Read(db => db.Accounts.AnyAsync(a => a.Id == scene.Owner.MemberId)));
    }

    [Theory]
    [InlineData(Role.Moderator)]
    [InlineData(Role.Admin)]
    [InlineData(Role.Owner)]
    public async Task Staff_do_not_take_what_they_did_with_them(Role role)
    {
        await using var scene = await PrivacyScene.Start();
        await scene.Community.Change(db => db.Members.Where(m => m.Id == scene.Kana.MemberId).ExecuteUpdateAsync(m => m.SetProperty(x => x.Role, role)));

        Assert.Equal("role-first", (await scene.EraseMyself()).Problem?.Code);
        await scene.Community.Change(db => db.Members.Where(m => m.Id == scene.Kana.MemberId).ExecuteUpdateAsync(m => m.SetProperty(x => x.Role, Role.Member)));
        Assert.True((await scene.EraseMyself()).Ok);
    }

    [Theory]
    [InlineData("NIGHTINGALE of Kana, post:3, topic:77")]
    [InlineData("Somebody, post:3, topic:77, username:Kanariya")]
    [InlineData("username:kanariya_elsewhere")]
    public async Task Quotes_of_posts_that_never_came_are_found_by_every_name(string source)
    {
        await using var scene = await PrivacyScene.Start();
        var quoting = await scene.Reply(scene.Ben, scene.Others, $"[quote=\"{source}\"]\nSung elsewhere.\n[/quote]\n\nAnd Ben answers.");

        PrivacyScene.Must(await scene.EraseMyself());
        await scene.Continue();

        Assert.Equal("[quote]\n…\n[/quote]\n\nAnd Ben answers.", (await scene.Post(quoting)).Body);
    }

    [Fact]
    public async Task A_name_that_looks_as_if_it_were_forgotten_is_forgotten_too()
    {
        await using var scene = await PrivacyScene.Start();
        await scene.Community.Arrange(db => db.ImportedItems.Add(new() { Source = "elsewhere", Kind = "member", Key = "erased:birdsong", ContentId = scene.Kana.MemberId!.Value }));

        PrivacyScene.Must(await scene.EraseMyself());
        await scene.Continue();

        Assert.Empty(await WholeDatabase.Search(scene.Community, "birdsong"));
    }

    private static (string?, string?) Told(Problem? problem) => (problem?.Field, problem?.Code);
}
