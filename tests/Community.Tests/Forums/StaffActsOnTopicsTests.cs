using Community.Discussions;
using Community.Forums;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Forums;

public sealed class StaffActsOnTopicsTests
{
    [Fact]
    public async Task Locking_and_pinning_are_undone_by_their_opposites_and_logged_once_each()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();

        foreach (var to in (bool[])[true, true, false])
        {
            ForumScene.Must(await Lock(scene, scene.Moderator, number, to));
            ForumScene.Must(await Pin(scene, scene.Moderator, number, to));
            var topic = await scene.ReadTopic(number);
            Assert.Equal((to, to), (topic.IsLocked, topic.IsPinned));
        }

        Assert.Equal(["lock-topic", "pin-topic", "unlock-topic", "unpin-topic"], scene.Community.Get<Heard<StaffActed>>().Events.Select(e => e.Action));
    }

    [Fact]
    public async Task A_moved_topic_takes_its_audience_and_its_figures_along_and_can_come_back()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        await scene.Answer(scene.Ben, number);
        var before = await scene.ReadForum("help");

        ForumScene.Must(await Move(scene, scene.Moderator, number, "staff-room"));

        var topic = await scene.ReadTopic(number);
        var (from, to) = (await scene.ReadForum("help"), await scene.ReadForum("staff-room"));
        Assert.Equal(Audience.Staff, topic.Audience);
        Assert.Equal((0, 0, (long?)null), (from.TopicCount, from.PostCount, from.LastTopicId));
        Assert.Equal((1, 2, (long?)topic.Id), (to.TopicCount, to.PostCount, to.LastTopicId));
        Assert.Equal(ProblemKind.NotFound, (await scene.Reply(scene.Ben, number)).Problem!.Kind);
        Assert.Empty(await scene.Differences());

        ForumScene.Must(await Move(scene, scene.Moderator, number, "help"));
        Assert.Equivalent(before, await scene.ReadForum("help"));
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task A_hidden_topic_moves_uncounted()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        ForumScene.Must(await scene.Bring(scene.Moderator, (await scene.ReadPost(number, 1)).Id, PostState.Hidden));

        ForumScene.Must(await Move(scene, scene.Moderator, number, "staff-room"));

        Assert.Equal(0, (await scene.ReadForum("staff-room")).TopicCount);
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task Members_and_the_brand_team_do_none_of_it_and_nobody_without_a_reason()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var secret = await scene.Topic(scene.Moderator, forum: "staff-room");
        var brand = await scene.Community.Person("brandy", Role.Brand);

        foreach (var actor in (Actor[])[scene.Aki, brand])
        {
            Assert.Equal("moderators-only", (await Lock(scene, actor, number, true)).Problem!.Code);
            Assert.Equal("moderators-only", (await Pin(scene, actor, number, true)).Problem!.Code);
            Assert.Equal("moderators-only", (await Move(scene, actor, number, "staff-room")).Problem!.Code);
        }

        Assert.Equal(ProblemKind.NotFound, (await Lock(scene, scene.Aki, secret, true)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await Pin(scene, scene.Moderator, 99, true)).Problem!.Kind);
        Assert.Equal("reason-required", (await Lock(scene, scene.Moderator, number, true, null)).Problem!.Code);
        Assert.Equal("reason-required", (await Pin(scene, scene.Moderator, number, true, " ")).Problem!.Code);
        Assert.Equal("reason-required", (await Move(scene, scene.Moderator, number, "staff-room", "")).Problem!.Code);
        Assert.Equal("forum-unknown", (await Move(scene, scene.Moderator, number, "nowhere")).Problem!.Code);
    }

    [Fact]
    public async Task Nothing_moves_into_an_archived_forum()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        await scene.Community.Change(db => db.Forums.Where(f => f.Slug == "staff-room").ExecuteUpdateAsync(f => f.SetProperty(x => x.IsArchived, true)));

        Assert.Equal("forum-archived", (await Move(scene, scene.Moderator, number, "staff-room")).Problem!.Code);
    }

    private static Task<Result<Done>> Lock(ForumScene scene, Actor actor, long topic, bool to, string? reason = "Solved") =>
        scene.Community.Get<LockTopic>().Run(actor, new LockTopic.Input(topic, to, reason));

    private static Task<Result<Done>> Pin(ForumScene scene, Actor actor, long topic, bool to, string? reason = "Worth reading") =>
        scene.Community.Get<PinTopic>().Run(actor, new PinTopic.Input(topic, to, reason));

    private static Task<Result<Done>> Move(ForumScene scene, Actor actor, long topic, string forum, string? reason = "Fits better there") =>
        scene.Community.Get<MoveTopic>().Run(actor, new MoveTopic.Input(topic, forum, reason));
}
