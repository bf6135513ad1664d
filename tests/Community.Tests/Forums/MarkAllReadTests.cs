using Community.Discussions;
using Community.Forums;
using Community.Forums.Reading;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Forums;

public sealed class MarkAllReadTests
{
    [Fact]
    public async Task _15_One_number_makes_everything_read_and_only_what_comes_later_is_new()
    {
        await using var scene = await ForumScene.Start();
        var (quiet, lively) = (await scene.Topic(), await scene.Topic());
        await scene.Answer(scene.Ben, lively);
        Assert.Equal([null, null], [await New(scene, quiet), await New(scene, lively)]);

        ForumScene.Must(await Mark(scene, "help"));

        Assert.Equal([0, 0], [await New(scene, quiet), await New(scene, lively)]);
        await scene.Answer(scene.Ben, lively);
        await scene.Answer(scene.Ben, lively);
        Assert.Equal([0, 2], [await New(scene, quiet), await New(scene, lively)]);
        Assert.Equal(3, ForumScene.Must(await scene.Community.Get<ReadTopic>().Run(scene.Newcomer, lively, 1)).FirstUnread);
        Assert.Null(await New(scene, await scene.Topic(scene.Ben)));
        Assert.Equal(1, await scene.Community.Read(db => db.ReadMarks.CountAsync()));
    }

    [Fact]
    public async Task _15_It_can_be_taken_back_for_ten_seconds_and_a_second_click_does_not_make_it_final()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic();
        await scene.Answer(scene.Ben, topic);
        await scene.Community.Get<MarkRead>().Run(scene.Newcomer, new MarkRead.Input((await scene.ReadTopic(topic)).Id, 1));
        ForumScene.Must(await Mark(scene, null));
        ForumScene.Must(await Mark(scene, null));
        scene.Time.Pass(TimeSpan.FromSeconds(10));

        ForumScene.Must(await Undo(scene, null));

        Assert.Equal(1, await New(scene, topic));
        ForumScene.Must(await Undo(scene, null));
        Assert.Equal(1, await New(scene, topic));
        ForumScene.Must(await Mark(scene, null));
        scene.Time.Pass(TimeSpan.FromSeconds(11));
        Assert.Equal("undo-too-late", (await Undo(scene, null)).Problem!.Code);
        Assert.Equal(0, await New(scene, topic));
    }

    [Fact]
    public async Task _15_Somebody_elses_mark_and_a_forum_that_one_may_not_read_are_out_of_reach()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic();
        ForumScene.Must(await scene.Community.Get<MarkAllRead>().Run(scene.Ben, null));

        Assert.Null(await New(scene, topic));
        ForumScene.Must(await Undo(scene, null));
        scene.Time.Pass(TimeSpan.FromSeconds(4));
        Assert.Equal(TimeSpan.FromSeconds(6), await scene.Community.Get<MarkAllRead>().UndoLeft(scene.Ben, ReadMark.Everywhere));
        scene.Time.Pass(TimeSpan.FromSeconds(7));
        Assert.Null(await scene.Community.Get<MarkAllRead>().UndoLeft(scene.Ben, ReadMark.Everywhere));
        Assert.Equal(ProblemKind.NotFound, (await Mark(scene, "staff-room")).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await Mark(scene, "nowhere")).Problem!.Kind);
        Assert.Equal(ProblemKind.Forbidden, (await scene.Community.Get<MarkAllRead>().Run(Actor.Visitor, null)).Problem!.Kind);
    }

    private static Task<Result<Done>> Mark(ForumScene scene, string? forum) => scene.Community.Get<MarkAllRead>().Run(scene.Newcomer, forum);

    private static Task<Result<Done>> Undo(ForumScene scene, string? forum) => scene.Community.Get<MarkAllRead>().Undo(scene.Newcomer, forum);

    private static async Task<int?> New(ForumScene scene, long topic) =>
        ForumScene.Must(await scene.Community.Get<ListTopics>().Everywhere(scene.Newcomer, TopicSort.Latest, null)).Items.Single(t => t.Number == topic).NewPosts;
}
