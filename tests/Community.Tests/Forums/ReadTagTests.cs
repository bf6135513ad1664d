using Community.Discussions;
using Community.Forums;
using Community.Shared;
using Community.Tests.Support;

namespace Community.Tests.Forums;

public sealed class ReadTagTests
{
    [Fact]
    public async Task A_tag_shows_what_its_reader_may_read()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic(tags: "tin");
        await scene.Topic(scene.Moderator, tags: "tin", forum: "staff-room");

        var forVisitor = ForumScene.Must(await Read(scene, Actor.Visitor, "tin"));
        var forModerator = ForumScene.Must(await Read(scene, scene.Moderator, "tin"));

        Assert.Equal([topic], forVisitor.Topics.Items.Select(t => t.Number));
        Assert.Equal(2, forModerator.Topics.Items.Count);
        Assert.Equal((1, 2), (forVisitor.Tag.Count, forModerator.Tag.Count));
        Assert.Equal(forVisitor.Tag, ForumScene.Must(await scene.Community.Get<ReadTag>().Summary(Actor.Visitor, "tin")));
    }

    [Fact]
    public async Task A_tag_that_stands_only_where_the_reader_may_not_look_is_not_there()
    {
        await using var scene = await ForumScene.Start();
        await scene.Topic(scene.Moderator, tags: "merger", forum: "staff-room");

        Assert.Equal(ProblemKind.NotFound, (await Read(scene, Actor.Visitor, "merger")).Problem?.Kind);
        Assert.Equal(ProblemKind.NotFound, (await Read(scene, scene.Aki, "merger")).Problem?.Kind);
        Assert.Equal(ProblemKind.NotFound, (await scene.Community.Get<ReadTag>().Summary(scene.Aki, "merger")).Problem?.Kind);
        Assert.Single(ForumScene.Must(await Read(scene, scene.Moderator, "merger")).Topics.Items);
    }

    [Fact]
    public async Task A_tag_of_nothing_but_hidden_topics_is_not_there()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic(tags: "slander");
        ForumScene.Must(await scene.Bring(scene.Moderator, (await scene.ReadPost(topic, 1)).Id, PostState.Hidden));

        Assert.Equal(ProblemKind.NotFound, (await Read(scene, Actor.Visitor, "slander")).Problem?.Kind);
    }

    private static Task<Result<TagView>> Read(ForumScene scene, Actor actor, string key) => scene.Community.Get<ReadTag>().Run(actor, key, null);
}
