using Community.Discussions;
using Community.Shared;
using Community.Tests.Support;

namespace Community.Tests.Discussions;

public sealed class RemoveOwnPostTests
{
    [Fact]
    public async Task A_reply_leaves_a_tombstone_and_the_counts_go_back()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var reply = await scene.Answer(scene.Ben, number);

        ForumScene.Must(await Remove(scene, scene.Ben, reply.PostId));
        ForumScene.Must(await Remove(scene, scene.Ben, reply.PostId));

        var topic = await scene.ReadTopic(number);
        var opening = await scene.ReadPost(number, 1);
        Assert.Equal(PostState.RemovedByAuthor, (await scene.ReadPost(number, 2)).State);
        Assert.Equal((0, opening.Id, opening.CreatedAt), (topic.ReplyCount, topic.LastPostId, topic.LastPostAt));
        Assert.Equal(3, (await scene.Answer(scene.Aki, number)).Number);
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task An_opening_goes_while_nobody_answered_and_stays_once_somebody_did()
    {
        await using var scene = await ForumScene.Start();
        var lonely = await scene.Topic(tags: "tin");
        var answered = await scene.Topic();
        await scene.Answer(scene.Ben, answered);

        ForumScene.Must(await Remove(scene, scene.Aki, (await scene.ReadPost(lonely, 1)).Id));
        var refused = await Remove(scene, scene.Aki, (await scene.ReadPost(answered, 1)).Id);

        Assert.Equal(PostState.RemovedByAuthor, (await scene.ReadTopic(lonely)).State);
        Assert.Equal((ProblemKind.Conflict, "opening-has-replies"), (refused.Problem!.Kind, refused.Problem.Code));
        Assert.Equal(1, (await scene.ReadForum("help")).TopicCount);
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task Only_the_author_and_only_what_still_stands()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var reply = await scene.Answer(scene.Ben, number);

        Assert.Equal("not-your-post", (await Remove(scene, scene.Aki, reply.PostId)).Problem!.Code);
        Assert.Equal("sign-in", (await Remove(scene, Actor.Visitor, reply.PostId)).Problem!.Code);
        ForumScene.Must(await scene.Bring(scene.Moderator, reply.PostId, PostState.Hidden));
        Assert.Equal("post-taken-away", (await Remove(scene, scene.Ben, reply.PostId)).Problem!.Code);
        Assert.Equal(ProblemKind.NotFound, (await Remove(scene, scene.Aki, reply.PostId)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await Remove(scene, scene.Ben, 42)).Problem!.Kind);
    }

    [Fact]
    public async Task A_removal_and_a_reply_at_once_end_well_either_way()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var opening = await scene.ReadPost(number, 1);

        var removal = Task.Run(() => Remove(scene, scene.Aki, opening.Id));
        var reply = Task.Run(() => scene.Reply(scene.Ben, number));
        await Task.WhenAll(removal, reply);

        Assert.NotEqual((await removal).Ok, (await reply).Ok);
        Assert.Empty(await scene.Differences());
    }

    private static Task<Result<Done>> Remove(ForumScene scene, Actor actor, long post) => scene.Community.Get<RemoveOwnPost>().Run(actor, post);
}
