using Community.Discussions;
using Community.Forums;
using Community.Shared;
using Community.Tests.Support;

namespace Community.Tests.Discussions;

public sealed class ChangePostStateTests
{
    [Theory]
    [InlineData(PostState.Hidden)]
    [InlineData(PostState.RemovedByStaff)]
    public async Task What_was_hidden_or_removed_comes_back_as_it_was(PostState away)
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        await scene.Answer(scene.Aki, number);
        var reply = await scene.Answer(scene.Ben, number);
        var topic = await scene.ReadTopic(number);
        var forum = await scene.ReadForum("help");

        ForumScene.Must(await scene.Bring(scene.Moderator, reply.PostId, away));
        Assert.Equal((1, scene.Aki.MemberId), ((await scene.ReadTopic(number)).ReplyCount, (await scene.ReadTopic(number)).LastPosterId));
        Assert.Empty(await scene.Differences());
        ForumScene.Must(await scene.Bring(scene.Moderator, reply.PostId, PostState.Visible));

        Assert.Equivalent(topic, await scene.ReadTopic(number));
        Assert.Equivalent(forum, await scene.ReadForum("help"));
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task Hiding_an_opening_takes_the_topic_and_its_posts_out_of_the_forums_figures()
    {
        await using var scene = await ForumScene.Start();
        var older = await scene.Topic();
        var number = await scene.Topic(tags: "tin");
        await scene.Answer(scene.Ben, number);
        var opening = await scene.ReadPost(number, 1);

        ForumScene.Must(await scene.Bring(scene.Moderator, opening.Id, PostState.Hidden));

        var forum = await scene.ReadForum("help");
        Assert.Equal((1, 1, (long?)(await scene.ReadTopic(older)).Id), (forum.TopicCount, forum.PostCount, forum.LastTopicId));
        Assert.Equal(ProblemKind.NotFound, (await scene.Reply(scene.Ben, number)).Problem!.Kind);
        Assert.Empty(await scene.Differences());
        ForumScene.Must(await scene.Bring(scene.Moderator, opening.Id, PostState.Visible));
        Assert.Equal((2, 3), ((await scene.ReadForum("help")).TopicCount, (await scene.ReadForum("help")).PostCount));
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task A_hidden_answer_solves_nothing()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var reply = await scene.Answer(scene.Ben, number);
        ForumScene.Must(await scene.Community.Get<MarkAnswer>().Run(scene.Aki, new MarkAnswer.Input(number, reply.PostId)));

        ForumScene.Must(await scene.Bring(scene.Moderator, reply.PostId, PostState.Hidden));

        Assert.Null((await scene.ReadTopic(number)).AnswerPostId);
    }

    [Fact]
    public async Task Only_moderators_and_only_with_a_reason()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var reply = await scene.Answer(scene.Ben, number);
        var brand = await scene.Community.Person("brandy", Role.Brand);

        Assert.Equal("moderators-only", (await scene.Bring(scene.Aki, reply.PostId, PostState.Hidden)).Problem!.Code);
        Assert.Equal("moderators-only", (await scene.Bring(brand, reply.PostId, PostState.Hidden)).Problem!.Code);
        Assert.Equal("reason-required", (await scene.Bring(scene.Moderator, reply.PostId, PostState.Hidden, " ")).Problem!.Code);
        Assert.Equal("reason-too-long", (await scene.Bring(scene.Moderator, reply.PostId, PostState.Hidden, new string('x', 501))).Problem!.Code);
        Assert.Equal("unknown-state", (await scene.Bring(scene.Moderator, reply.PostId, PostState.Erased)).Problem!.Code);
        Assert.Equal(ProblemKind.NotFound, (await scene.Bring(scene.Moderator, 42, PostState.Hidden)).Problem!.Kind);
    }

    [Fact]
    public async Task What_its_author_removed_is_not_for_others_to_publish()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var reply = await scene.Answer(scene.Ben, number);
        ForumScene.Must(await scene.Community.Get<RemoveOwnPost>().Run(scene.Ben, reply.PostId));

        Assert.Equal("post-not-restorable", (await scene.Bring(scene.Moderator, reply.PostId, PostState.Visible)).Problem!.Code);
    }

    [Fact]
    public async Task Every_act_is_told_to_the_log_once()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var reply = await scene.Answer(scene.Ben, number);

        ForumScene.Must(await scene.Bring(scene.Moderator, reply.PostId, PostState.Hidden, " Off topic "));
        ForumScene.Must(await scene.Bring(scene.Moderator, reply.PostId, PostState.Hidden));
        ForumScene.Must(await scene.Bring(scene.Moderator, reply.PostId, PostState.Visible, "It was not"));

        var post = new ContentRef(ContentKind.Post, reply.PostId);
        Assert.Equal(
            [
                new StaffActed(scene.Moderator.MemberId, "hide-post", post, scene.Ben.MemberId, "Off topic", "Visible", "Hidden"),
                new StaffActed(scene.Moderator.MemberId, "restore-post", post, scene.Ben.MemberId, "It was not", "Hidden", "Visible"),
            ],
            scene.Community.Get<Heard<StaffActed>>().Events);
    }
}
