using Community.Members;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Members;

public sealed class ClaimMemberTests
{
    [Fact]
    public async Task Whoever_proves_the_old_address_has_the_member_with_everything_it_is()
    {
        await using var scene = await ClaimScene.Start();
        var id = (await scene.Accounts.MemberRow("ann")).Id;

        await scene.Ask(" ANN@Old.example");
        var done = await scene.Take((await scene.Token("ANN@Old.example"))!);

        var account = await scene.Accounts.Account("ann");
        var member = await scene.Accounts.MemberRow("ann");
        Assert.Equal((id, id, ClaimScene.Old), (done.Value!.MemberId, account.Id, account.Email!.ToLowerInvariant()));
        Assert.Equal((true, account.SecurityStamp), (account.EmailConfirmed, done.Value.Stamp));
        Assert.Equal((MemberState.Active, Languages.Japanese, TrustLevel.Member), (member.State, member.Language, member.Trust));
        Assert.True((await scene.Accounts.SignIn(ClaimScene.Old, ClaimScene.Secret)).Ok);
        Assert.Equal(3, await scene.Community.Read(db => db.Consents.CountAsync(c => c.MemberId == id && c.Surface == "claim" && c.Granted)));
        Assert.Equal(0, await scene.Community.Read(db => db.FormerEmails.CountAsync()));
    }

    [Theory]
    [InlineData("other@old.example", "ann")]
    [InlineData(ClaimScene.Old, "nobody")]
    [InlineData(ClaimScene.Old, "ben")]
    [InlineData(ClaimScene.Old, "olga")]
    public async Task A_wrong_address_hears_the_same_and_gets_nothing(string email, string handle)
    {
        await using var scene = await ClaimScene.Start();
        await scene.Imported("ben", "ben@old.example");

        var done = await scene.Ask(email, handle);

        Assert.True(done.Ok);
        Assert.Empty(await scene.Accounts.Mails(email));
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused()
    {
        await using var scene = await ClaimScene.Start();

        Assert.Equal(("email", "email-invalid"), ((await scene.Ask("ann at home")).Problem?.Field, (await scene.Ask("ann at home")).Problem?.Code));
    }

    [Fact]
    public async Task A_link_is_worth_something_once_for_two_days_and_only_as_we_made_it()
    {
        await using var scene = await ClaimScene.Start();
        await scene.Ask(ClaimScene.Old);
        var token = (await scene.Token())!;

        Assert.Equal("link-invalid", (await scene.Take(token[..^6] + "AAAAAA")).Problem?.Code);
        Assert.Equal("link-invalid", (await scene.Take("")).Problem?.Code);
        Assert.True((await scene.Take(token)).Ok);
        Assert.Equal("member-claimed", (await scene.Take(token)).Problem?.Code);
        scene.Accounts.Time.Pass(TimeSpan.FromHours(48));
        Assert.Equal("link-expired", (await scene.Take(token)).Problem?.Code);
        Assert.Equal("link-expired", (await scene.Community.Get<ReadClaim>().Run(token, default)).Problem?.Code);
    }

    [Fact]
    public async Task A_link_for_something_else_opens_nothing_here()
    {
        await using var scene = await ClaimScene.Start();
        await scene.Accounts.Register(AccountScene.Form("yukari"));

        Assert.Equal("link-invalid", (await scene.Take(await scene.Accounts.Token("yukari@example.com"))).Problem?.Code);
    }

    [Fact]
    public async Task Two_who_come_at_once_are_one_person_in_the_end()
    {
        await using var scene = await ClaimScene.Start();
        await scene.Ask(ClaimScene.Old);
        var token = (await scene.Token())!;

        var both = await Task.WhenAll(scene.Take(token), scene.Take(token, "yet another campfire"));

        Assert.Single(both, done => done.Ok);
        Assert.Equal("member-claimed", both.Single(done => !done.Ok).Problem?.Code);
    }

    [Fact]
    public async Task Who_has_been_erased_since_cannot_come_back()
    {
        await using var scene = await ClaimScene.Start();
        await scene.Ask(ClaimScene.Old);
        await scene.Community.Change(db => db.Members.Where(m => m.Handle == "ann").ExecuteUpdateAsync(m => m.SetProperty(x => x.State, MemberState.Erased)));

        Assert.Equal("link-invalid", (await scene.Take((await scene.Token())!)).Problem?.Code);
        await scene.Ask(ClaimScene.Old);
        Assert.Single(await scene.Accounts.Mails(ClaimScene.Old));
    }

    [Fact]
    public async Task Who_is_suspended_stays_suspended()
    {
        await using var scene = await ClaimScene.Start();
        var until = scene.Accounts.Time.Now.AddDays(30);
        await scene.Community.Change(db => db.Members.Where(m => m.Handle == "ann").ExecuteUpdateAsync(m => m.SetProperty(x => x.SuspendedUntil, until)));

        await scene.Ask(ClaimScene.Old);

        Assert.True((await scene.Take((await scene.Token())!)).Ok);
        Assert.Equal(until, (await scene.Accounts.MemberRow("ann")).SuspendedUntil);
    }

    [Fact]
    public async Task Who_stands_for_several_people_is_nobody_s()
    {
        await using var scene = await ClaimScene.Start();
        await scene.Imported("anonymous-a", ClaimScene.Old, MemberState.Anonymous);

        await scene.Ask(ClaimScene.Old, "anonymous-a");

        Assert.Empty(await scene.Accounts.Mails(ClaimScene.Old));
        Assert.Equal("nobodys-member", (await scene.Offer("new@example.com", "anonymous-a")).Problem?.Code);
    }

    [Fact]
    public async Task An_address_that_has_an_account_by_now_is_told_so_by_mail()
    {
        await using var scene = await ClaimScene.Start();
        await scene.Ask(ClaimScene.Old);
        var token = (await scene.Token())!;
        await scene.Accounts.Register(AccountScene.Form("fresh", ClaimScene.Old));
        await scene.Community.Change(db => db.Accounts.Where(a => a.NormalizedEmail == "ANN@OLD.EXAMPLE").ExecuteUpdateAsync(a => a.SetProperty(x => x.EmailConfirmed, true)));

        await scene.Ask(ClaimScene.Old);

        Assert.Equal("You already have an account at Yamabiko", (await scene.Accounts.Mails(ClaimScene.Old))[^1].Subject);
        Assert.Equal("address-has-account", (await scene.Take(token)).Problem?.Code);
    }

    [Fact]
    public async Task Whoever_registers_with_the_old_address_may_go_on_as_who_they_were()
    {
        await using var scene = await ClaimScene.Start();
        await scene.Accounts.Register(AccountScene.Form("fresh", ClaimScene.Old));

        var done = await scene.Take((await scene.Token())!);

        Assert.True(done.Ok);
        Assert.Contains((await scene.Accounts.Mails(ClaimScene.Old))[0].Parts, p => p.Text == "Go on as ann");
        Assert.False(await scene.Community.Read(db => db.Members.AnyAsync(m => m.Handle == "fresh")));
        Assert.Equal(done.Value!.MemberId, (await scene.Community.Read(db => db.Accounts.SingleAsync(a => a.NormalizedEmail == "ANN@OLD.EXAMPLE"))).Id);
    }

    [Fact]
    public async Task Whoever_takes_over_a_member_is_not_kept_out_by_tries_from_before()
    {
        await using var scene = await ClaimScene.Start();
        for (var tries = 0; tries < 50; tries++)
            await scene.Accounts.SignIn(ClaimScene.Old, "never the password");
        await scene.Ask(ClaimScene.Old);

        await scene.Take((await scene.Token())!);

        Assert.True((await scene.Accounts.SignIn(ClaimScene.Old, ClaimScene.Secret)).Ok);
    }

    [Fact]
    public async Task Mistakes_in_the_form_are_named()
    {
        await using var scene = await ClaimScene.Start();
        await scene.Ask(ClaimScene.Old);
        var token = (await scene.Token())!;

        Assert.Equal("password", (await scene.Take(token, "short")).Problem?.Field);
        Assert.Equal("accepts-terms", (await scene.Take(token, terms: false)).Problem?.Field);
        Assert.Equal("is-of-age", (await scene.Take(token, age: false)).Problem?.Field);
        Assert.True((await scene.Take(token)).Ok);
    }
}
