using Community.Members;
using Community.Shared;
using Community.Shared.Site;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Members;

public sealed class SetUpCommunityTests
{
    private static readonly SetUpCommunity.Input Form = new("山びこ", Languages.Japanese, "Asia/Tokyo", "sato", "sato@example.com", AccountScene.Password);

    [Fact]
    public async Task One_act_makes_the_owner_the_settings_the_texts_and_the_first_forums()
    {
        await using var community = await TestCommunity.Start();

        var done = await SetUp(community, Form);

        Assert.True(done.Ok);
        var owner = await community.Read(db => db.Members.SingleAsync());
        Assert.Equal((done.Value.MemberId, Role.Owner, "sato"), (owner.Id, owner.Role, owner.Handle));
        Assert.True(await community.Read(db => db.Accounts.Select(a => a.EmailConfirmed).SingleAsync()));
        var site = await community.Get<SiteCache>().Get();
        Assert.Equal(("山びこ", "ja", "Asia/Tokyo"), (site.Name, site.DefaultLanguage, site.TimeZone));
        var forums = await community.Read(db => db.Forums.OrderBy(f => f.Order).ToListAsync());
        Assert.Equal(["総合", "質問"], forums.Select(f => f.Name.Ja));
        var documents = await community.Read(db => db.Documents.ToListAsync());
        Assert.Equal(3, documents.Count);
        Assert.All(documents, d => Assert.True(d.Version == 1 && d.PublishedBy == owner.Id));
        Assert.Contains("<li><strong>", documents.Single(d => d.Kind == DocumentKind.Rules).Html.En, StringComparison.Ordinal);
        Assert.All(documents, d => Assert.DoesNotContain("{name}", d.Body.Ja + d.Body.En + d.Html.Ja + d.Html.En, StringComparison.Ordinal));
        Assert.Equal(ChangeRole.Action, await community.Read(db => db.Log.Select(e => e.Action).SingleAsync()));
    }

    [Fact]
    public async Task A_community_is_set_up_once_even_by_two_at_once()
    {
        await using var community = await TestCommunity.Start();

        var both = await Task.WhenAll(SetUp(community, Form), SetUp(community, Form with { Handle = "mori", Email = "mori@example.com" }));

        Assert.Single(both, done => done.Ok);
        Assert.Single(both, done => done.Problem?.Code == "already-set-up");
        Assert.Equal(1, await community.Read(db => db.Members.CountAsync()));
    }

    [Fact]
    public async Task What_is_there_already_stays()
    {
        await using var community = await TestCommunity.Start();
        await community.Arrange(db =>
        {
            db.Forums.Add(new Community.Forums.Forum { Id = 1, Slug = "old", Name = new LocalizedText("古い", "Old") });
            db.Documents.Add(new SiteDocument { Kind = DocumentKind.Terms, Version = 7, Body = new("x", "x"), Html = new("x", "x"), PublishedAt = community.Time.Now });
        });

        Assert.True((await SetUp(community, Form)).Ok);

        Assert.Equal(["old"], await community.Read(db => db.Forums.Select(f => f.Slug).ToListAsync()));
        Assert.Equal([7], await community.Read(db => db.Documents.Where(d => d.Kind == DocumentKind.Terms).Select(d => d.Version).ToListAsync()));
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var problems = SetUpCommunity.WhyNot(new SetUpCommunity.Input("", "xx", "Nowhere", "a", "b", "c")).Select(p => p.Field);

        Assert.Equal(["name", "language", "timeZone", "handle", "email", "password"], problems);
    }

    [Fact]
    public async Task A_handle_or_address_of_somebody_else_is_refused()
    {
        await using var community = await TestCommunity.Start();
        await community.Person("sato", state: MemberState.Imported);

        Assert.Equal("handle-taken", (await SetUp(community, Form)).Problem?.Code);
    }

    [Fact]
    public async Task The_owner_of_the_servers_settings_is_made_once()
    {
        await using var community = await TestCommunity.Start();
        var input = new EnsureOwner.Input("info@example.com", AccountScene.Password);

        var first = await community.Get<EnsureOwner>().Run(input, default);
        var second = await community.Get<EnsureOwner>().Run(input with { Email = "other@example.com" }, default);

        Assert.Equal((true, false), (first.Value, second.Value));
        Assert.Equal("founder", await community.Read(db => db.Members.Select(m => m.Handle).SingleAsync()));
        Assert.Equal(2, await community.Read(db => db.Forums.CountAsync()));
        Assert.Equal(3, await community.Read(db => db.Documents.CountAsync()));
    }

    [Fact]
    public async Task The_owners_handle_comes_from_the_address_where_it_is_free()
    {
        await using var community = await TestCommunity.Start();
        await community.Person("founder");

        Assert.True((await community.Get<EnsureOwner>().Run(new EnsureOwner.Input("hana.sato@example.com", AccountScene.Password), default)).Value);

        Assert.Equal("hanasato", await community.Read(db => db.Members.Where(m => m.Role == Role.Owner).Select(m => m.Handle).SingleAsync()));
    }

    private static Task<Result<SignedIn>> SetUp(TestCommunity community, SetUpCommunity.Input form) => community.Get<SetUpCommunity>().Run(form, default);
}
