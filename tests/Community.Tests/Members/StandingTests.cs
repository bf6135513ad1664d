using Community.Members;
using Community.Moderation;
using Community.Shared;
using Community.Shared.Site;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Members;

public sealed class StandingTests
{
    [Fact]
    public async Task A_suspended_member_is_told_why_and_until_when()
    {
        await using var community = await TestCommunity.Start();
        var ann = await community.Person("ann");
        var until = community.Time.Now.AddHours(72);

        var result = await Suspend(community, await community.Person("mai", Role.Moderator), ann, until);

        Assert.True(result.Ok);
        var row = await community.Read(db => db.Members.SingleAsync(m => m.Id == ann.MemberId));
        Assert.Equal((until, "spam"), (row.SuspendedUntil!.Value, row.SuspensionReason));
        Assert.True(row.IsSuspended(community.Time.Now));
        Assert.False(row.IsSuspended(until));
        Assert.Equal("suspend-member", await community.Read(db => db.Log.Select(e => e.Action).SingleAsync()));
    }

    [Fact]
    public async Task A_suspension_needs_a_reason_and_an_end_ahead_within_a_year()
    {
        await using var community = await TestCommunity.Start();
        var mai = await community.Person("mai", Role.Moderator);
        var ann = await community.Person("ann");
        var now = community.Time.Now;

        Assert.Equal("reason-required", (await Suspend(community, mai, ann, now.AddHours(1), " ")).Problem!.Code);
        Assert.Equal("reason-too-long", (await Suspend(community, mai, ann, now.AddHours(1), new string('a', 501))).Problem!.Code);
        Assert.Equal("suspension-over", (await Suspend(community, mai, ann, now)).Problem!.Code);
        Assert.Equal("suspension-too-long", (await Suspend(community, mai, ann, now.AddDays(400))).Problem!.Code);
        Assert.Equal(0, await community.Read(db => db.Log.CountAsync()));
    }

    [Theory]
    [InlineData(Role.Member, Role.Member, "moderators-only")]
    [InlineData(Role.Brand, Role.Member, "moderators-only")]
    [InlineData(Role.Moderator, Role.Admin, "above-your-role")]
    [InlineData(Role.Moderator, Role.Owner, "above-your-role")]
    [InlineData(Role.Admin, Role.Owner, "above-your-role")]
    public async Task Nobody_judges_who_stands_above_them(Role actor, Role subject, string code)
    {
        await using var community = await TestCommunity.Start();
        var by = await community.Person("mai", actor);
        var ann = await community.Person("ann", subject);

        Assert.Equal(code, (await Suspend(community, by, ann, community.Time.Now.AddHours(1))).Problem!.Code);
        Assert.Equal(code, (await community.Get<EndSuspension>().Run(by, ann.MemberId!.Value, "over")).Problem!.Code);
    }

    [Fact]
    public async Task Nobody_suspends_themselves_a_stranger_or_somebody_who_is_gone()
    {
        await using var community = await TestCommunity.Start();
        var mai = await community.Person("mai", Role.Moderator);
        var gone = await community.Person("gone", state: MemberState.Erased);

        Assert.Equal("not-yourself", (await Suspend(community, mai, mai, community.Time.Now.AddHours(1))).Problem!.Code);
        Assert.Equal(ProblemKind.NotFound, (await Suspend(community, mai, gone, community.Time.Now.AddHours(1))).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await Suspend(community, mai, Actor.Of(42, "x", Role.Member, TrustLevel.New), community.Time.Now.AddHours(1))).Problem!.Kind);
    }

    [Fact]
    public async Task A_suspended_moderator_judges_nobody()
    {
        await using var community = await TestCommunity.Start();
        var mai = await community.Person("mai", Role.Moderator) with { SuspendedUntil = community.Time.Now.AddHours(1) };

        Assert.Equal("suspended", (await Suspend(community, mai, await community.Person("ann"), community.Time.Now.AddHours(1))).Problem!.Code);
    }

    [Fact]
    public async Task Ending_a_suspension_lets_the_member_write_and_needs_one_to_end()
    {
        await using var community = await TestCommunity.Start();
        var mai = await community.Person("mai", Role.Moderator);
        var ann = await community.Person("ann");
        await Suspend(community, mai, ann, community.Time.Now.AddHours(72));
        var end = community.Get<EndSuspension>();

        Assert.Equal("reason-required", (await end.Run(mai, ann.MemberId!.Value, "")).Problem!.Code);
        Assert.True((await end.Run(mai, ann.MemberId!.Value, "a mistake")).Ok);
        Assert.Equal("not-suspended", (await end.Run(mai, ann.MemberId!.Value, "a mistake")).Problem!.Code);

        Assert.False((await community.Read(db => db.Members.SingleAsync(m => m.Id == ann.MemberId))).IsSuspended(community.Time.Now));
    }

    [Fact]
    public async Task A_change_of_role_makes_every_cached_page_old()
    {
        await using var community = await TestCommunity.Start();
        var owner = await community.Person("olga", Role.Owner);
        var ann = await community.Person("ann");
        var epoch = (await community.Get<SiteCache>().Get()).Epoch;

        Assert.True((await Change(community, owner, ann, Role.Moderator)).Ok);

        Assert.Equal(Role.Moderator, await RoleOf(community, ann));
        Assert.True((await community.Get<SiteCache>().Get()).Epoch > epoch);
        var payload = await community.Read(db => db.LogPayloads.SingleAsync());
        Assert.Equal(("Member", "Moderator"), (payload.Before, payload.After));
    }

    [Theory]
    [InlineData(Role.Moderator, Role.Member, Role.Brand, "admins-only")]
    [InlineData(Role.Admin, Role.Member, Role.Owner, "above-your-role")]
    [InlineData(Role.Admin, Role.Owner, Role.Member, "above-your-role")]
    [InlineData(Role.Owner, Role.Member, (Role)9, "role-unknown")]
    [InlineData(Role.Owner, Role.Brand, Role.Brand, "role-unchanged")]
    public async Task Roles_that_cannot_be_given(Role actor, Role from, Role to, string code)
    {
        await using var community = await TestCommunity.Start();

        var result = await Change(community, await community.Person("olga", actor), await community.Person("ann", from), to);

        Assert.Equal(code, result.Problem!.Code);
    }

    [Theory]
    [InlineData(Role.Owner, Role.Admin)]
    [InlineData(Role.Admin, Role.Member)]
    public async Task Nobody_steps_down_or_up_alone(Role role, Role to)
    {
        await using var community = await TestCommunity.Start();
        var ada = await community.Person("ada", role);
        var olga = await community.Person("olga", Role.Owner);

        Assert.Equal("own-role", (await Change(community, ada, ada, to)).Problem!.Code);
        Assert.Equal(role, await RoleOf(community, ada));
        Assert.True((await Change(community, olga, ada, to)).Ok);
    }

    [Fact]
    public async Task A_role_that_was_taken_away_is_not_given_back_by_who_had_it()
    {
        await using var community = await TestCommunity.Start();
        var ada = await community.Person("ada", Role.Admin);
        Assert.True((await Change(community, await community.Person("olga", Role.Owner), ada, Role.Brand)).Ok);
        var entry = await community.Read(db => db.Log.Select(e => e.Sequence).SingleAsync());

        // As in a request that began before.
        var undone = await community.Get<UndoAct>().Run(ada, entry);

        Assert.Equal("own-role", undone.Problem!.Code);
    }

    [Fact]
    public async Task Two_owners_who_put_each_other_down_at_once_leave_one()
    {
        await using var community = await TestCommunity.Start();
        var olga = await community.Person("olga", Role.Owner);
        var oda = await community.Person("oda", Role.Owner);

        var results = await Task.WhenAll(Change(community, olga, oda, Role.Member), Change(community, oda, olga, Role.Member));

        Assert.Equal("last-owner", Assert.Single(results, r => !r.Ok).Problem!.Code);
        Assert.Equal(1, await community.Read(db => db.Members.CountAsync(m => m.Role == Role.Owner)));
    }

    [Fact]
    public async Task An_imported_name_without_an_account_gets_no_rights()
    {
        await using var community = await TestCommunity.Start();
        var olga = await community.Person("olga", Role.Owner);

        var result = await Change(community, olga, await community.Person("old", state: MemberState.Imported), Role.Moderator);

        Assert.Equal("role-needs-account", result.Problem!.Code);
    }

    private static Task<Result<Done>> Suspend(TestCommunity community, Actor by, Actor whom, DateTimeOffset until, string reason = "spam") =>
        community.Get<SuspendMember>().Run(by, new(whom.MemberId!.Value, reason, until));

    private static Task<Result<Done>> Change(TestCommunity community, Actor by, Actor whom, Role to) =>
        community.Get<ChangeRole>().Run(by, new(whom.MemberId!.Value, to, "needed"));

    private static Task<Role> RoleOf(TestCommunity community, Actor whom) =>
        community.Read(db => db.Members.Where(m => m.Id == whom.MemberId).Select(m => m.Role).SingleAsync());
}
