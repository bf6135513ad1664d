using Community.Discussions;
using Community.Shared;
using Community.Tests.Support;

namespace Community.Tests.Discussions;

public sealed class FindPostTests
{
    [Fact]
    public async Task A_permalink_follows_a_moved_post()
    {
        await using var scene = await ForumScene.Start();
        var (from, to) = (await scene.Topic(), await scene.Topic());
        var left = await scene.Answer(scene.Ben, from);
        var arrived = await scene.Answer(scene.Ben, to);
        await scene.Community.Arrange(db =>
        {
            var tombstone = db.Posts.Find(left.PostId)!;
            (tombstone.State, tombstone.MovedToId) = (PostState.Moved, arrived.PostId);
        });

        var place = ForumScene.Must(await scene.Community.Get<FindPost>().Run(Actor.Visitor, left.PostId));

        Assert.Equal(((await scene.ReadTopic(to)).Id, 2), (place.Subject.Id, place.PostNumber));
    }

    [Fact]
    public async Task Posts_that_point_at_each_other_lead_nowhere()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic();
        var (one, two) = (await scene.Answer(scene.Ben, topic), await scene.Answer(scene.Ben, topic));
        await scene.Community.Arrange(db =>
        {
            (db.Posts.Find(one.PostId)!.State, db.Posts.Find(one.PostId)!.MovedToId) = (PostState.Moved, two.PostId);
            (db.Posts.Find(two.PostId)!.State, db.Posts.Find(two.PostId)!.MovedToId) = (PostState.Moved, one.PostId);
        });

        Assert.Equal(ProblemKind.NotFound, (await scene.Community.Get<FindPost>().Run(Actor.Visitor, one.PostId)).Problem?.Kind);
    }

    [Fact]
    public async Task A_held_post_is_found_by_its_author_and_nobody_else()
    {
        await using var scene = await ForumScene.Start();
        var reply = await scene.Answer(scene.Ben, await scene.Topic());
        await scene.Community.Arrange(db => db.Posts.Find(reply.PostId)!.State = PostState.Held);

        Assert.Equal(ProblemKind.NotFound, (await scene.Community.Get<FindPost>().Run(scene.Aki, reply.PostId)).Problem?.Kind);
        Assert.Null((await scene.Community.Get<FindPost>().Run(scene.Ben, reply.PostId)).Problem);
    }

    [Fact]
    public async Task A_post_of_the_staff_room_is_not_found_by_members()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic(scene.Moderator, forum: "staff-room");
        var post = await scene.ReadPost(topic, 1);

        Assert.Equal(ProblemKind.NotFound, (await scene.Community.Get<FindPost>().Run(scene.Aki, post.Id)).Problem?.Kind);
    }
}
