using Community.Members;
using Community.Shared;
using Community.Tests.Support;

namespace Community.Tests.Members;

public sealed class FindMembersTests
{
    [Fact]
    public async Task Everybody_is_listed_once_in_the_order_of_handles()
    {
        await using var community = await TestCommunity.Start();
        var mai = await community.Person("mai", Role.Moderator);
        for (var i = 0; i < 90; i++)
            await community.Person($"person-{i:00}");
        await community.Person("gone", state: MemberState.Erased);

        var handles = new List<string>();
        for (string? after = null; ;)
        {
            var page = (await community.Get<FindMembers>().Run(mai, new(null, After: after))).Value!;
            handles.AddRange(page.Items.Select(l => l.Person.Handle));
            if ((after = page.Next) is null)
                break;
        }

        Assert.Equal(91, handles.Distinct().Count());
        Assert.Equal(91, handles.Count);
        Assert.Equal(handles.OrderBy(HandleSkeleton.Of, StringComparer.Ordinal), handles);
    }

    [Fact]
    public async Task A_handle_is_found_by_its_beginning_in_any_case_and_by_what_looks_like_it()
    {
        await using var community = await TestCommunity.Start();
        var mai = await community.Person("mai", Role.Moderator);
        await community.Person("Rolf");
        await community.Person("roland");
        await community.Person("carl");

        Assert.Equal(["roland", "Rolf"], await Handles(community, mai, "@RO"));
        Assert.Equal(["roland", "Rolf"], await Handles(community, mai, "r0"));
        Assert.Empty(await Handles(community, mai, "zzz"));
    }

    [Fact]
    public async Task Suspended_members_and_staff_have_lists_of_their_own()
    {
        await using var community = await TestCommunity.Start();
        var mai = await community.Person("mai", Role.Moderator);
        var ann = await community.Person("ann");
        await community.Get<SuspendMember>().Run(mai, new(ann.MemberId!.Value, "spam", community.Time.Now.AddHours(1)));

        Assert.Equal(["ann"], await Handles(community, mai, null, FindMembers.Which.Suspended));
        Assert.Equal(["mai"], await Handles(community, mai, null, FindMembers.Which.Staff));
        community.Time.Pass(TimeSpan.FromHours(2));
        Assert.Empty(await Handles(community, mai, null, FindMembers.Which.Suspended));
    }

    [Fact]
    public async Task One_member_is_opened_by_their_own_handle_only_and_by_staff_only()
    {
        await using var community = await TestCommunity.Start();
        var mai = await community.Person("mai", Role.Moderator);
        var ann = await community.Person("ann-lo");
        var find = community.Get<FindMembers>();

        Assert.Equal("ann-lo", (await find.One(mai, "ANN-LO")).Value!.Person.Handle);
        Assert.Equal(ProblemKind.NotFound, (await find.One(mai, "ann-1o")).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await find.One(ann, "mai")).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await find.Run(ann, new("mai"))).Problem!.Kind);
    }

    private static async Task<IEnumerable<string>> Handles(TestCommunity community, Actor by, string? text, FindMembers.Which which = FindMembers.Which.Everybody) =>
        (await community.Get<FindMembers>().Run(by, new(text, which))).Value!.Items.Select(l => l.Person.Handle);
}
