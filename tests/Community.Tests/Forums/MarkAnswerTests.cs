using Community.Forums;
using Community.Shared;
using Community.Tests.Support;

namespace Community.Tests.Forums;

public sealed class MarkAnswerTests
{
    [Fact]
    public async Task The_asker_marks_an_answer_changes_their_mind_and_takes_it_back()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var first = await scene.Answer(scene.Ben, number);
        var second = await scene.Answer(scene.Ben, number);

        ForumScene.Must(await Mark(scene, scene.Aki, number, first.PostId));
        ForumScene.Must(await Mark(scene, scene.Aki, number, second.PostId));
        Assert.Equal(second.PostId, (await scene.ReadTopic(number)).AnswerPostId);
        Assert.Equal((await scene.ReadPost(number, 2)).ChangeNumber, (await scene.ReadPost(number, 3)).ChangeNumber);
        Assert.Empty(await scene.Differences());
        ForumScene.Must(await Mark(scene, scene.Aki, number, null));

        Assert.Null((await scene.ReadTopic(number)).AnswerPostId);
        Assert.Empty(scene.Community.Get<Heard<StaffActed>>().Events);
    }

    [Fact]
    public async Task Staff_may_mark_for_the_asker_and_the_log_knows()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var reply = await scene.Answer(scene.Ben, number);
        var brand = await scene.Community.Person("brandy", Role.Brand);

        ForumScene.Must(await Mark(scene, brand, number, reply.PostId));

        Assert.Equal("mark-answer", Assert.Single(scene.Community.Get<Heard<StaffActed>>().Events).Action);
    }

    [Fact]
    public async Task Others_and_posts_that_are_no_replies_of_the_topic_are_refused()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var other = await scene.Topic(scene.Ben);
        var elsewhere = await scene.Answer(scene.Ben, other);
        var opening = await scene.ReadPost(number, 1);

        Assert.Equal("answer-asker-only", (await Mark(scene, scene.Ben, number, opening.Id)).Problem!.Code);
        Assert.Equal("answer-not-a-reply", (await Mark(scene, scene.Aki, number, opening.Id)).Problem!.Code);
        Assert.Equal(ProblemKind.NotFound, (await Mark(scene, scene.Aki, number, elsewhere.PostId)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await Mark(scene, scene.Aki, 99, opening.Id)).Problem!.Kind);
        Assert.Equal("sign-in", (await Mark(scene, Actor.Visitor, number, opening.Id)).Problem!.Code);
    }

    private static Task<Result<Done>> Mark(ForumScene scene, Actor actor, long topic, long? post) =>
        scene.Community.Get<MarkAnswer>().Run(actor, new MarkAnswer.Input(topic, post));
}
