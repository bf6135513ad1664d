using Community.Data;
using Community.Discussions;
using Community.Forums;
using Community.Members;
using Community.Moderation;
using Community.Shared;
using Community.Shared.Site;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Moderation;

public sealed class QueueTests
{
    // The first entry of the log is the forum's opening.
    private const long TheDecision = 2;

    [Fact]
    public async Task The_most_severe_comes_first_and_then_the_oldest()
    {
        await using var community = await TestCommunity.Start();
        var scene = await Scene.Set(community);
        var quiet = await scene.Post("静かな話題をひとつ立ててみます");
        var loud = await scene.Post("少しさわがしい話題を立ててみます");
        var alsoQuiet = await scene.Post("もうひとつ静かな話題を立てます");
        await scene.Report("ann", quiet);
        await scene.Report("bob", alsoQuiet);
        await scene.Report("ann", loud);
        await scene.Report("bob", loud);
        await scene.Report("staff", loud, Role.Brand);

        var queue = (await community.Get<ReadQueue>().Run(scene.Mai)).Value!.Items;

        Assert.Equal([loud, quiet, alsoQuiet], queue.Select(i => i.Content));
        Assert.Equal((9, Severity.High, 3), (queue[0].Weight, queue[0].Severity, queue[0].Reasons.Values.Sum()));
        Assert.Equal(Severity.Low, queue[1].Severity);
        Assert.Equal("taro", queue[0].Author!.Handle);
        Assert.Equal("少しさわがしい話題を立ててみます", queue[0].Name!.Text.Ja);
        Assert.Equal(["staff", "bob", "ann"], queue[0].Notes.Select(n => n.Reporter!.Handle));
        Assert.Equal(new QueueSummary(3, 0, queue[1].Since), (await community.Get<CountQueue>().Run(scene.Mai)).Value);
    }

    [Fact]
    public async Task Held_posts_wait_in_the_same_list_and_are_let_through_there()
    {
        await using var community = await TestCommunity.Start();
        var scene = await Scene.Set(community);
        await community.Get<UpdateSite>().Run(await community.Person("olga", Role.Owner), new("ja", "Asia/Tokyo", 13, true, true));
        var newcomer = await community.Person("newcomer", trust: TrustLevel.New);
        var held = await community.Topic(newcomer, scene.Forum, "はじめて投稿します、よろしく");
        Assert.True(held.IsHeld);
        var reported = await scene.Post("静かな話題をひとつ立ててみます");
        await scene.Report("ann", reported, trust: TrustLevel.New);

        var queue = (await community.Get<ReadQueue>().Run(scene.Mai)).Value!.Items;
        Assert.Equal([true, false], queue.Select(i => i.IsHeld));
        Assert.Equal(1, (await community.Get<CountQueue>().Run(scene.Mai)).Value!.Held);

        Assert.True((await scene.Decide(queue[0].Content, Decision.Keep)).Ok);
        Assert.Equal(PostState.Visible, await community.StateOf(queue[0].Content.Id));
        Assert.Single((await community.Get<ReadQueue>().Run(scene.Mai)).Value!.Items);
    }

    [Fact]
    public async Task A_long_queue_is_read_page_by_page_without_gap_or_repetition()
    {
        await using var community = await TestCommunity.Start();
        var scene = await Scene.Set(community);
        var all = new List<ContentRef>();
        for (var i = 0; i < 60; i++)
        {
            var member = new ContentRef(ContentKind.Member, (await community.Person($"troll-{i}")).MemberId!.Value);
            all.Add(member);
            await scene.Report($"reporter-{i}", member, trust: i % 3 == 0 ? TrustLevel.New : TrustLevel.Member);
        }

        var seen = new List<QueueItem>();
        for (string? after = null; ;)
        {
            var page = (await community.Get<ReadQueue>().Run(scene.Mai, after)).Value!;
            seen.AddRange(page.Items);
            if ((after = page.Next) is null)
                break;
        }

        Assert.Equal(all.Order(Comparer<ContentRef>.Create((a, b) => a.Id.CompareTo(b.Id))), seen.Select(i => i.Content).Order(Comparer<ContentRef>.Create((a, b) => a.Id.CompareTo(b.Id))));
        Assert.Equal(seen.OrderByDescending(i => i.Weight).ThenBy(i => i.Since), seen);
    }

    [Theory]
    [InlineData(Decision.Hide, PostState.Hidden, ReportState.Upheld)]
    [InlineData(Decision.Remove, PostState.RemovedByStaff, ReportState.Upheld)]
    [InlineData(Decision.Keep, PostState.Visible, ReportState.Declined)]
    public async Task A_decision_answers_every_report_and_empties_the_queue(Decision decision, PostState state, ReportState outcome)
    {
        await using var community = await TestCommunity.Start();
        var scene = await Scene.Set(community);
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
        var scene = await Scene.Set(community);
        var post = await scene.Post();
        await scene.Report("ann", post);

        await community.Get<ChangePostState>().Run(scene.Mai, new(post.Id, PostState.Hidden, "unkind"));

        Assert.Equal(ReportState.Upheld, await community.Read(db => db.Reports.Select(r => r.State).SingleAsync()));
    }

    [Theory]
    [InlineData(Decision.Hide)]
    [InlineData(Decision.Keep)]
    public async Task Taking_a_decision_back_brings_the_item_back_to_the_queue(Decision decision)
    {
        await using var community = await TestCommunity.Start();
        var scene = await Scene.Set(community);
        var post = await scene.Post();
        await scene.Report("ann", post);
        await scene.Decide(post, decision);

        Assert.True((await community.Get<UndoAct>().Run(scene.Mai, TheDecision)).Ok);

        Assert.Equal(PostState.Visible, await community.StateOf(post.Id));
        Assert.Equal(post, Assert.Single((await community.Get<ReadQueue>().Run(scene.Mai)).Value!.Items).Content);
    }

    [Fact]
    public async Task A_report_made_anew_meanwhile_stands_beside_the_reopened_ones_once()
    {
        await using var community = await TestCommunity.Start();
        var scene = await Scene.Set(community);
        var post = await scene.Post();
        await scene.Report("ann", post);
        await scene.Report("bob", post);
        await scene.Decide(post, Decision.Keep);
        community.Time.Pass(TimeSpan.FromHours(25));
        await scene.Report("ann", post);

        Assert.True((await community.Get<UndoAct>().Run(scene.Mai, TheDecision)).Ok);

        Assert.Equal(2, await community.Read(db => db.Reports.CountAsync(r => r.State == ReportState.Open)));
    }

    [Fact]
    public async Task The_second_of_two_moderators_is_told_who_was_first()
    {
        await using var community = await TestCommunity.Start();
        var scene = await Scene.Set(community);
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
        var scene = await Scene.Set(community);
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
        var scene = await Scene.Set(community);
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
        var scene = await Scene.Set(community);
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

    [Fact]
    public async Task Every_act_about_a_topic_is_taken_back()
    {
        await using var community = await TestCommunity.Start();
        var scene = await Scene.Set(community);
        await community.Forum("gear");
        var topic = await community.Topic(scene.Taro, scene.Forum);
        await community.Get<LockTopic>().Run(scene.Mai, new(topic.Number, true, "heated"));
        await community.Get<PinTopic>().Run(scene.Mai, new(topic.Number, true, "useful"));
        await community.Get<MoveTopic>().Run(scene.Mai, new(topic.Number, "gear", "about gear"));

        foreach (var entry in (long[])[3, 4, 5])
            Assert.True((await community.Get<UndoAct>().Run(scene.Mai, entry)).Ok);

        var row = await community.Read(db => db.Topics.SingleAsync());
        Assert.Equal((false, false, scene.Forum), (row.IsLocked, row.IsPinned, await community.Read(db => db.Forums.Where(f => f.Id == row.ForumId).Select(f => f.Slug).SingleAsync())));
        Assert.Empty(await community.Read(db => community.All<IVerify>().Single(v => v.Name == "moderation-log").Check(db, default)));
    }

    private sealed class Scene(TestCommunity community, string forum, Actor taro, Actor mai)
    {
        private readonly Dictionary<string, Actor> reporters = [];

        public string Forum => forum;

        public Actor Taro => taro;

        public Actor Mai => mai;

        public static async Task<Scene> Set(TestCommunity community)
        {
            var forum = await community.Forum();
            return new Scene(community, forum, await community.Person("taro"), await community.Person("mai", Role.Moderator));
        }

        public async Task<ContentRef> Post(string title = "残雪の稜線を歩く装備について") =>
            new(ContentKind.Post, await community.OpeningOf((await community.Topic(taro, forum, title)).Number));

        public async Task Report(string handle, ContentRef content, Role role = Role.Member, TrustLevel trust = TrustLevel.Member)
        {
            if (!reporters.TryGetValue(handle, out var by))
                reporters[handle] = by = await community.Person(handle, role, trust);
            community.Time.Pass(TimeSpan.FromMinutes(1));
            Assert.True((await community.Get<ReportContent>().Run(by, new(Guid.NewGuid(), content, ReportReason.Unkind, "look at this"))).Ok);
        }

        public Task<Result<Done>> Decide(ContentRef content, Decision decision) => community.Get<HandleReports>().Run(mai, new(content, decision, "as agreed"));
    }
}
