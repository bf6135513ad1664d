using Community.Members;
using Community.Shared;
using Community.Shared.Site;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Members;

public sealed class RegisterTests
{
    [Fact]
    public async Task Somebody_new_becomes_a_member_who_waits_for_a_confirmation()
    {
        await using var scene = await AccountScene.Start();

        var done = await scene.Register(AccountScene.Form("yukari") with { DisplayName = " ゆかり ", Language = Languages.Japanese });

        Assert.True(done.Ok);
        var member = await scene.MemberRow("yukari");
        Assert.Equal(("ゆかり", Languages.Japanese, Role.Member, TrustLevel.New), (member.DisplayName, member.Language, member.Role, member.Trust));
        var account = await scene.Account("yukari");
        Assert.Equal(("yukari@example.com", false), (account.Email, account.EmailConfirmed));
        var mail = Assert.Single(await scene.Mails("yukari@example.com"));
        Assert.Equal(("ja", "【Yamabiko】メールアドレスの確認をお願いします"), (mail.Language, mail.Subject));
        Assert.StartsWith("https://community.example/account/confirm?token=", mail.Parts.Single(p => p.Link is not null).Link);
    }

    [Fact]
    public async Task What_was_agreed_to_and_asked_is_kept_with_its_version()
    {
        await using var scene = await AccountScene.Start();
        var owner = await scene.ActorOf("olga");
        var body = new LocalizedText("新しいルールです。", "These are the new rules.");
        Assert.True((await scene.Community.Get<PublishDocument>().Run(owner, new PublishDocument.Input(DocumentKind.Rules, body, 1))).Ok);

        await scene.Register(AccountScene.Form("yukari") with { WantsDigest = true });

        var consents = await scene.Community.Read(db => db.Consents.OrderBy(c => c.Purpose).ToListAsync());
        Assert.Equal(
            [("digest", true, 0), ("minimum-age", true, 0), ("rules", true, 2), ("terms", true, 1)],
            consents.Select(c => (c.Purpose, c.Granted, c.TextVersion)));
        Assert.All(consents, c => Assert.Equal(("register", "en", scene.Time.Now), (c.Surface, c.Language, c.At)));
    }

    [Fact]
    public async Task Not_wanting_the_digest_is_an_answer_too()
    {
        await using var scene = await AccountScene.Start();

        await scene.Register(AccountScene.Form("yukari"));

        Assert.False(await scene.Community.Read(db => db.Consents.Where(c => c.Purpose == ConsentPurposes.Digest).Select(c => c.Granted).SingleAsync()));
    }

    [Theory]
    [InlineData("handle-too-short", "handle", "ab")]
    [InlineData("handle-characters", "handle", "山田さん")]
    [InlineData("handle-reserved", "handle", "adm1n")]
    [InlineData("handle-taken", "handle", "OLGA")]
    [InlineData("handle-taken", "handle", "o1ga")]
    public async Task A_handle_is_refused(string code, string field, string handle)
    {
        await using var scene = await AccountScene.Start();

        var done = await scene.Register(AccountScene.Form(handle, "new@example.com"));

        Assert.Equal((code, field), (done.Problem?.Code, done.Problem?.Field));
        Assert.Equal(1, await scene.Community.Read(db => db.Members.CountAsync()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("a@b@example.com")]
    [InlineData("a@example.com\r\nBcc: b@example.com")]
    [InlineData("\"a b\"@example.com")]
    [InlineData("a@exa mple.com")]
    [InlineData("a@-example-.com.")]
    [InlineData("Ann <ann@example.com>")]
    public async Task An_address_that_is_none_is_refused(string email)
    {
        await using var scene = await AccountScene.Start();

        var done = await scene.Register(AccountScene.Form("yukari", email));

        Assert.Equal("email", done.Problem?.Field);
    }

    [Theory]
    [InlineData("password-too-short", "nine char")]
    [InlineData("password-common", "1234567890")]
    [InlineData("password-is-name", "Yukari-1234")]
    [InlineData("text-nul", "tent and\0campfire")]
    public async Task A_weak_password_is_refused(string code, string password)
    {
        await using var scene = await AccountScene.Start();

        var done = await scene.Register(AccountScene.Form("yukari") with { Password = password });

        Assert.Equal((code, "password"), (done.Problem?.Code, done.Problem?.Field));
        Assert.Equal(1, scene.Hasher.Count);
    }

    [Fact]
    public async Task Terms_and_age_must_be_affirmed()
    {
        await using var scene = await AccountScene.Start();

        var terms = await scene.Register(AccountScene.Form("yukari") with { AcceptsTerms = false });
        var age = await scene.Register(AccountScene.Form("yukari") with { IsOfAge = false });

        Assert.Equal(("terms-not-accepted", "age-not-confirmed"), (terms.Problem?.Code, age.Problem?.Code));
        Assert.Equal(13, age.Problem?.Args?["age"]);
    }

    [Fact]
    public async Task A_form_shows_all_its_problems_at_once()
    {
        await using var scene = await AccountScene.Start();
        var form = AccountScene.Form("a", "x") with { Password = "short", AcceptsTerms = false, IsOfAge = false };

        var problems = RegisterRules.WhyNot(form, new SiteSettings()).Select(p => p.Field);

        Assert.Equal(["handle", "email", "password", "accepts-terms", "is-of-age"], problems);
    }

    [Fact]
    public async Task A_closed_community_takes_nobody()
    {
        await using var scene = await AccountScene.Start();
        var owner = await scene.ActorOf("olga");
        await scene.Community.Get<UpdateSite>().Run(owner, new UpdateSite.Input("en", "UTC", 13, false, false));

        var done = await scene.Register(AccountScene.Form("yukari"));

        Assert.Equal((ProblemKind.Forbidden, "registration-closed"), (done.Problem?.Kind, done.Problem?.Code));
    }

    [Fact]
    public async Task A_taken_address_sounds_like_success_and_its_owner_is_told()
    {
        await using var scene = await AccountScene.Start();
        await scene.Member("yukari");
        var before = scene.Hasher.Count;

        var done = await scene.Register(AccountScene.Form("somebody", "YUKARI@example.com"));

        Assert.True(done.Ok);
        Assert.Equal(1, scene.Hasher.Count - before);
        Assert.False(await scene.Community.Read(db => db.Members.AnyAsync(m => m.Handle == "somebody")));
        Assert.Equal("You already have an account at Yamabiko", (await scene.Mails("yukari@example.com"))[^1].Subject);
    }

    [Fact]
    public async Task The_same_form_sent_twice_registers_once()
    {
        await using var scene = await AccountScene.Start();
        var form = AccountScene.Form("yukari");

        var both = await Task.WhenAll(scene.Register(form), scene.Register(form));

        Assert.All(both, done => Assert.True(done.Ok));
        Assert.Single(await scene.Mails("yukari@example.com"));
        Assert.Equal(2, await scene.Community.Read(db => db.Members.CountAsync()));
    }

    [Fact]
    public async Task Of_two_who_want_the_same_handle_at_once_one_gets_it()
    {
        await using var scene = await AccountScene.Start();

        var both = await Task.WhenAll(scene.Register(AccountScene.Form("yukari", "a@example.com")), scene.Register(AccountScene.Form("Yukari", "b@example.com")));

        Assert.Single(both, done => done.Ok);
        Assert.Single(both, done => done.Problem?.Code == "handle-taken");
    }

    [Fact]
    public async Task Nobodys_mailbox_is_filled()
    {
        await using var scene = await AccountScene.Start(("Community:Limits:MailsPerAddressPerHour", "3"));
        await scene.Member("yukari");

        for (var i = 0; i < 10; i++)
            await scene.Register(AccountScene.Form($"somebody{i}", i % 2 == 0 ? "yukari@example.com" : "Yukari@Example.com"));

        Assert.Equal(3, (await scene.Mails("yukari@example.com")).Count);
    }
}
