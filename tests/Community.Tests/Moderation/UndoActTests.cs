using Community.Data;
using Community.Discussions;
using Community.Forums;
using Community.Moderation;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Moderation;

public sealed class UndoActTests
{
    // The first entry of the log is the forum's opening.
    private const long TheDecision = 2;

    [Theory]
    [InlineData(Decision.Hide)]
    [InlineData(Decision.Keep)]
    public async Task Taking_a_decision_back_brings_the_item_back_to_the_queue(Decision decision)
    {
        await using var community = await TestCommunity.Start();
        var scene = await QueueScene.Set(community);
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
        var scene = await QueueScene.Set(community);
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
    public async Task Every_act_about_a_topic_is_taken_back()
    {
        await using var community = await TestCommunity.Start();
        var scene = await QueueScene.Set(community);
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
}
