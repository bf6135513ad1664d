using Community.Members;
using Community.Moderation;
using Community.Shared;
using Community.Tests.Support;

namespace Community.Tests.Members;

public sealed class OfferMemberTests
{
    private const string New = "ann@new.example";

    [Fact]
    public async Task An_administrator_hands_a_member_to_an_address_and_the_log_says_so()
    {
        await using var scene = await ClaimScene.Start();

        Assert.True((await scene.Offer(New)).Ok);

        Assert.Equal(("offer-member", "Told us by phone"), await LastEntry(scene));
        Assert.True((await scene.Take((await scene.Token(New))!)).Ok);
        Assert.True((await scene.Accounts.SignIn(New, ClaimScene.Secret)).Ok);
        Assert.Equal("member-claimed", (await scene.Offer(New)).Problem?.Code);
    }

    [Fact]
    public async Task An_offer_to_another_address_makes_the_earlier_links_void()
    {
        await using var scene = await ClaimScene.Start();
        await scene.Ask(ClaimScene.Old);
        await scene.Offer(New);
        await scene.Offer("ann@newer.example");

        Assert.Equal("link-used", (await scene.Take((await scene.Token())!)).Problem?.Code);
        Assert.Equal("link-used", (await scene.Take((await scene.Token(New))!)).Problem?.Code);
        Assert.True((await scene.Take((await scene.Token("ann@newer.example"))!)).Ok);
    }

    [Fact]
    public async Task Only_administrators_may()
    {
        await using var scene = await ClaimScene.Start();
        var moderator = await scene.Community.Person("mia", Role.Moderator);

        Assert.False((await scene.Offer(New, by: moderator)).Ok);
        Assert.False((await scene.Offer(New, by: await scene.Accounts.Member("yukari"))).Ok);
        Assert.False((await scene.Offer(New, by: Actor.Visitor)).Ok);
        Assert.Empty(await scene.Accounts.Mails(New));
    }

    [Fact]
    public async Task Mistakes_are_named()
    {
        await using var scene = await ClaimScene.Start();
        var owner = await scene.Accounts.ActorOf("olga");
        var offer = scene.Community.Get<OfferMember>();
        var input = new OfferMember.Input((await scene.Accounts.MemberRow("ann")).Id, New, "Told us", Languages.English, AccountScene.Origin);

        Assert.Equal(("claim-email", "email-invalid"), Of(await offer.Run(owner, input with { Email = "ann" })));
        Assert.Equal(("claim-email", "address-has-account"), Of(await offer.Run(owner, input with { Email = "OLGA@example.com" })));
        Assert.Equal("reason", (await offer.Run(owner, input with { Reason = " " })).Problem?.Field);
        Assert.Equal(ProblemKind.NotFound, (await offer.Run(owner, input with { MemberId = 5 })).Problem?.Kind);
        Assert.Equal("member-claimed", (await offer.Run(owner, input with { MemberId = owner.MemberId!.Value })).Problem?.Code);
    }

    [Fact]
    public async Task Taking_an_offer_back_voids_its_link_and_brings_the_old_address_back()
    {
        await using var scene = await ClaimScene.Start();
        await scene.Offer(New);
        var token = (await scene.Token(New))!;

        Assert.True((await Undo(scene)).Ok);

        Assert.Equal("link-used", (await scene.Take(token)).Problem?.Code);
        Assert.True((await Undo(scene)).Ok);
        Assert.True((await scene.Community.Get<ReadClaim>().Run(token, default)).Ok);
        Assert.True((await Undo(scene)).Ok);
        await scene.Ask(ClaimScene.Old);
        Assert.True((await scene.Take((await scene.Token())!)).Ok);
    }

    [Fact]
    public async Task What_was_followed_cannot_be_taken_back()
    {
        await using var scene = await ClaimScene.Start();
        await scene.Offer(New);
        await scene.Take((await scene.Token(New))!);

        Assert.Equal("member-claimed", (await Undo(scene)).Problem?.Code);
        Assert.Equal(MemberState.Active, (await scene.Accounts.MemberRow("ann")).State);
    }

    private static (string?, string?) Of(Result<Done> done) => (done.Problem?.Field, done.Problem?.Code);

    private static async Task<(string, string?)> LastEntry(ClaimScene scene)
    {
        var line = await Last(scene);
        return (line.Action, line.Reason);
    }

    private static async Task<LogLine> Last(ClaimScene scene) =>
        (await scene.Community.Get<ReadLog>().Run(await scene.Accounts.ActorOf("olga"), new ReadLog.Filter())).Value!.Items[0];

    private static async Task<Result<Done>> Undo(ClaimScene scene) =>
        await scene.Community.Get<UndoAct>().Run(await scene.Accounts.ActorOf("olga"), (await Last(scene)).Sequence);
}
