using Community.Discussions;
using Community.Forums;
using Community.Moderation;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Forums;

public sealed class LiveThreadTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task _09_In_slow_mode_a_member_writes_again_after_the_interval_and_is_told_how_long_it_is()
    {
        await using var scene = await Scene();
        var number = await scene.Topic();
        await Run(scene, number, slow: 600);
        ForumScene.Must(await scene.Reply(scene.Ben, number));

        scene.Time.Pass(400 * Second);
        var tooSoon = (await scene.Reply(scene.Ben, number)).Problem!;
        scene.Time.Pass(200 * Second);
        var again = await scene.Reply(scene.Ben, number);

        Assert.Equal((ProblemKind.TooFast, "slow-mode", 200), (tooSoon.Kind, tooSoon.Code, tooSoon.Args!["seconds"]));
        Assert.True(again.Ok);
    }

    [Fact]
    public async Task _09_Slow_mode_holds_neither_the_staff_nor_hosts_nor_other_topics_and_ends_when_it_was_said_to()
    {
        await using var scene = await Scene();
        var (number, other) = (await scene.Topic(), await scene.Topic());
        await Run(scene, number, slow: 86_400, until: scene.Time.Now.AddHours(1), hosts: ["ben"]);

        foreach (var who in (Actor[])[scene.Moderator, scene.Moderator, scene.Ben, scene.Ben])
            ForumScene.Must(await scene.Reply(who, number, $"{who.Handle} says number {Guid.NewGuid()}"));
        ForumScene.Must(await scene.Reply(scene.Aki, other));
        var held = await scene.Reply(scene.Aki, number);
        scene.Time.Pass(TimeSpan.FromHours(1));

        Assert.Equal("slow-mode", held.Problem!.Code);
        Assert.True((await scene.Reply(scene.Aki, number)).Ok);
    }

    [Fact]
    public async Task _09_Taking_a_post_away_or_editing_an_earlier_one_is_no_way_round()
    {
        await using var scene = await Scene();
        var number = await scene.Topic();
        var first = ForumScene.Must(await scene.Reply(scene.Ben, number));
        await Run(scene, number, slow: 3600);
        scene.Time.Pass(TimeSpan.FromMinutes(30));

        var edit = await Edit(scene, scene.Ben, first.PostId);
        ForumScene.Must(await scene.Community.Get<RemoveOwnPost>().Run(scene.Ben, first.PostId));
        var again = await scene.Reply(scene.Ben, number);
        await Run(scene, number, slow: null);

        Assert.Equal("slow-mode-edit", edit.Problem!.Code);
        Assert.Equal("slow-mode", again.Problem!.Code);
        Assert.True((await scene.Reply(scene.Ben, number)).Ok);
    }

    [Fact]
    public async Task _09_While_it_is_read_only_hosts_and_moderators_write_and_nobody_else()
    {
        await using var scene = await Scene();
        var number = await scene.Topic();
        await Run(scene, number, isReadOnly: true, hosts: ["@ben"]);

        Assert.Equal("topic-read-only", (await scene.Reply(scene.Aki, number)).Problem!.Code);
        Assert.True((await scene.Reply(scene.Ben, number)).Ok);
        Assert.True((await scene.Reply(scene.Moderator, number)).Ok);
    }

    [Fact]
    public async Task _09_Each_act_is_logged_and_taken_back_from_the_log()
    {
        await using var scene = await Scene();
        var number = await scene.Topic();
        await Run(scene, number, slow: 60, hosts: ["ben"]);
        await Run(scene, number, slow: 300, isReadOnly: true, hosts: ["aki"]);

        var last = await scene.Community.Read(db => db.Log.OrderByDescending(entry => entry.Sequence).FirstAsync());
        ForumScene.Must(await scene.Community.Get<UndoAct>().Run(scene.Moderator, last.Sequence));

        var topic = await scene.ReadTopic(number);
        Assert.Equal("run-live-thread", last.Action);
        Assert.Equal((true, false, 60), (topic.IsLive, topic.IsReadOnly, topic.SlowSeconds));
        Assert.Equal([scene.Ben.MemberId!.Value], await scene.Community.Read(db => db.TopicHosts.Select(h => h.MemberId).ToListAsync()));
    }

    [Theory]
    [InlineData(14, null, "slow-interval")]
    [InlineData(86_401, null, "slow-interval")]
    [InlineData(60, "nobody", "host-unknown")]
    public async Task _09_What_cannot_be_is_refused(int slow, string? host, string code)
    {
        await using var scene = await Scene();
        var number = await scene.Topic();

        var refused = await scene.Community.Get<RunLiveThread>().Run(scene.Moderator, new RunLiveThread.Input(number, true, false, slow, null, host is null ? [] : [host], "A live evening"));

        Assert.Equal((ProblemKind.Invalid, code), (refused.Problem!.Kind, refused.Problem.Code));
    }

    [Fact]
    public async Task _09_Members_do_not_run_live_threads_and_slow_mode_needs_an_end_that_lies_ahead()
    {
        await using var scene = await Scene();
        var number = await scene.Topic();

        var member = await scene.Community.Get<RunLiveThread>().Run(scene.Aki, new RunLiveThread.Input(number, true, false, null, null, [], "Mine"));
        var past = await scene.Community.Get<RunLiveThread>().Run(scene.Moderator, new RunLiveThread.Input(number, true, false, 60, scene.Time.Now, [], "A live evening"));

        Assert.Equal(ProblemKind.Forbidden, member.Problem!.Kind);
        Assert.Equal("slow-until-past", past.Problem!.Code);
    }

    private static Task<ForumScene> Scene() => ForumScene.Start(("Community:Limits:PostInterval", "00:00:00"), ("Community:Limits:GraceEdit", "00:00:00"), ("Community:Limits:TopicInterval", "00:00:00"));

    private static Task<Result<int>> Edit(ForumScene scene, Actor actor, long post) => scene.Community.Get<EditPost>().Run(actor, new EditPost.Input(post, 1, "And by the way, something more to say."));

    private static async Task Run(ForumScene scene, long number, int? slow = null, DateTimeOffset? until = null, bool isReadOnly = false, IReadOnlyList<string>? hosts = null) =>
        ForumScene.Must(await scene.Community.Get<RunLiveThread>().Run(scene.Moderator, new RunLiveThread.Input(number, true, isReadOnly, slow, until, hosts ?? [], "A live evening")));
}
