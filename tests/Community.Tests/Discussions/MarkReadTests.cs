using Community.Discussions;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Discussions;

public sealed class MarkReadTests
{
    [Fact]
    public async Task The_position_only_moves_up_and_never_past_the_end()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        for (var n = 0; n < 3; n++)
            await scene.Answer(scene.Ben, number);
        var id = (await scene.ReadTopic(number)).Id;

        foreach (var (read, position) in ((int, int)[])[(2, 2), (1, 2), (3, 3), (99, 4), (1, 4)])
        {
            ForumScene.Must(await Mark(scene, scene.Aki, id, read));
            Assert.Equal(position, await scene.Community.Read(db => db.ReadPositions.Select(p => p.Number).SingleAsync()));
        }

        Assert.Equal(ProblemKind.NotFound, (await Mark(scene, scene.Aki, id, 0)).Problem!.Kind);
    }

    [Fact]
    public async Task Nobody_marks_what_they_may_not_read_and_visitors_leave_nothing()
    {
        await using var scene = await ForumScene.Start();
        var id = (await scene.ReadTopic(await scene.Topic(scene.Moderator, forum: "staff-room"))).Id;

        Assert.Equal(ProblemKind.NotFound, (await Mark(scene, scene.Aki, id, 1)).Problem!.Kind);
        ForumScene.Must(await Mark(scene, Actor.Visitor, id, 1));
        Assert.Equal(0, await scene.Community.Read(db => db.ReadPositions.CountAsync()));
    }

    private static Task<Result<Done>> Mark(ForumScene scene, Actor actor, long discussion, int number) =>
        scene.Community.Get<MarkRead>().Run(actor, new MarkRead.Input(discussion, number));
}
