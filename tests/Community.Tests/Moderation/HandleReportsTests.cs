using Community.Discussions;
using Community.Members;
using Community.Moderation;
using Community.Shared;
using Community.Shared.Site;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Moderation;

public sealed class HandleReportsTests
{
    // The first entry of the log is the forum's opening.
    private const long TheDecision = 2;

    [Theory]
    [InlineData(Decision.Hide, PostState.Hidden, ReportState.Upheld)]
    [InlineData(Decision.Remove, PostState.RemovedByStaff, ReportState.Upheld)]
    [InlineData(Decision.Keep, PostState.Visible, ReportState.Declined)]
    public async Task A_decision_answers_every_report_and_empties_the_queue(Decision decision, PostState state, ReportState outcome)
    {
        await using var community = await TestCommunity.Start();
        var scene = await QueueScene.Set(community);
        var post = await scene.Post();
        await scene.Report("ann", post);
        await scene.Report("bob", post);

        Assert.True((await scene.Decide(post, decision)).Ok);

        Assert.Equal(state, await community.StateOf(post.Id));
        var reports = await community.Read(db => db.Reports.ToListAsync());
        Assert.All(reports, r => Assert.Equal((outcome, scene.Mai.MemberId, TheDecision), (r.State, r.HandledBy, r.HandledIn!.Value)));
        Assert.Empty((await community.Get<ReadQueue>().Run(scene.Mai)).Value!.Items);
    }

    [Fact]
    public async Task Hiding_on_the_topics_page_answers_the_reports_too()
    {
        await using var community = await TestCommunity.Start();
        var scene = await QueueScene.Set(community);
        var post = await scene.Post();
        await scene.Report("ann", post);

        await community.Get<ChangePostState>().Run(scene.Mai, new(post.Id, PostState.Hidden, "unkind"));

        Assert.Equal(ReportState.Upheld, await community.Read(db => db.Reports.Select(r => r.State).SingleAsync()));
    }

    [Fact]
    public async Task The_second_of_two_moderators_is_told_who_was_first()
    {
        await using var community = await TestCommunity.Start();
        var scene = await QueueScene.Set(community);
        var post = await scene.Post();
        await scene.Report("ann", post);
        await scene.Decide(post, Decision.Hide);
        var ken = await community.Person("ken", Role.Moderator);

        var problem = (await community.Get<HandleReports>().Run(ken, new(post, Decision.Keep, "fine"))).Problem!;

        Assert.Equal((ProblemKind.Conflict, "already-handled-by", "mai"), (problem.Kind, problem.Code, (string)problem.Args!["by"]));
        Assert.Equal(PostState.Hidden, await community.StateOf(post.Id));
    }

    [Fact]
    public async Task Of_many_moderators_at_once_one_decides_about_a_held_post()
    {
        await using var community = await TestCommunity.Start();
        var scene = await QueueScene.Set(community);
        await community.Get<UpdateSite>().Run(await community.Person("olga", Role.Owner), new("ja", "Asia/Tokyo", 13, true, true));
        var held = await community.Topic(await community.Person("newcomer", trust: TrustLevel.New), scene.Forum);
        var post = new ContentRef(ContentKind.Post, await community.OpeningOf(held.Number));

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => scene.Decide(post, (Decision)(i % 3))));

        Assert.Single(results, r => r.Ok);
        Assert.All(results.Where(r => !r.Ok), r => Assert.Equal("already-handled-by", r.Problem!.Code));
    }

    [Fact]
    public async Task A_reported_member_is_kept_or_suspended_but_not_hidden()
    {
        await using var community = await TestCommunity.Start();
        var scene = await QueueScene.Set(community);
        var troll = await community.Person("troll");
        var member = new ContentRef(ContentKind.Member, troll.MemberId!.Value);
        await scene.Report("ann", member);

        Assert.Equal("troll", Assert.Single((await community.Get<ReadQueue>().Run(scene.Mai)).Value!.Items).Author!.Handle);
        Assert.Equal("decision-not-here", (await scene.Decide(member, Decision.Hide)).Problem!.Code);
        Assert.True((await community.Get<SuspendMember>().Run(scene.Mai, new(member.Id, "spam", community.Time.Now.AddHours(24)))).Ok);
        Assert.Equal(ReportState.Upheld, await community.Read(db => db.Reports.Select(r => r.State).SingleAsync()));
    }

    [Fact]
    public async Task A_decision_needs_a_moderator_and_a_reason()
    {
        await using var community = await TestCommunity.Start();
        var scene = await QueueScene.Set(community);
        var post = await scene.Post();
        await scene.Report("ann", post);
        var handle = community.Get<HandleReports>();

        Assert.Equal("reason-required", (await handle.Run(scene.Mai, new(post, Decision.Hide, " "))).Problem!.Code);
        Assert.Equal("decision-unknown", (await handle.Run(scene.Mai, new(post, (Decision)7, "x"))).Problem!.Code);
        foreach (var role in (Role[])[Role.Member, Role.Brand])
        {
            var nobody = await community.Person($"x-{role}", role);
            Assert.Equal("moderators-only", (await handle.Run(nobody, new(post, Decision.Hide, "x"))).Problem!.Code);
            Assert.Equal(ProblemKind.NotFound, (await community.Get<ReadQueue>().Run(nobody)).Problem!.Kind);
            Assert.Equal(ProblemKind.NotFound, (await community.Get<CountQueue>().Run(nobody)).Problem!.Kind);
            Assert.Equal("moderators-only", (await community.Get<DeclineReports>().Run(nobody, post, "x")).Problem!.Code);
        }
    }
}
