using Community.Discussions.Reading;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Discussions.Reading;

public sealed class ReportReadingTests
{
    [Fact]
    public async Task _16_Time_is_added_per_topic_and_day_and_the_position_follows()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic();
        await scene.Answer(scene.Ben, topic);
        var id = (await scene.ReadTopic(topic)).Id;

        foreach (var seconds in (int[])[60, 60, 30])
        {
            scene.Time.Pass(TimeSpan.FromSeconds(60));
            ForumScene.Must(await Report(scene, id, 2, seconds));
        }

        scene.Time.Pass(TimeSpan.FromDays(1));
        ForumScene.Must(await Report(scene, id, 2, 10));

        Assert.Equal([150, 10], await scene.Community.Read(db => db.ReadTimes.OrderBy(t => t.Day).Select(t => t.Seconds).ToListAsync()));
        Assert.Equal(2, await scene.Community.Read(db => db.ReadPositions.Select(p => p.Number).SingleAsync()));
    }

    [Fact]
    public async Task _16_More_than_has_passed_since_the_last_report_is_dropped_in_however_many_tabs()
    {
        await using var scene = await ForumScene.Start();
        var (one, two) = ((await scene.ReadTopic(await scene.Topic())).Id, (await scene.ReadTopic(await scene.Topic())).Id);
        ForumScene.Must(await Report(scene, one, 1, 60));

        ForumScene.Must(await Report(scene, two, 1, 60));
        scene.Time.Pass(TimeSpan.FromSeconds(30));
        ForumScene.Must(await Report(scene, two, 1, 60));

        Assert.Equal(60, await Total(scene));
        // What the network held back is cut to what has passed.
        scene.Time.Pass(TimeSpan.FromSeconds(55));
        ForumScene.Must(await Report(scene, two, 1, 60));
        Assert.Equal(115, await Total(scene));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(int.MaxValue)]
    public async Task _16_A_report_that_nobody_can_have_read_is_dropped(int seconds)
    {
        await using var scene = await ForumScene.Start();
        var id = (await scene.ReadTopic(await scene.Topic())).Id;
        scene.Time.Pass(TimeSpan.FromDays(2));

        ForumScene.Must(await Report(scene, id, 1, seconds));

        Assert.Equal(0, await Total(scene));
    }

    [Fact]
    public async Task _16_Nobody_read_longer_than_they_are_here()
    {
        await using var scene = await ForumScene.Start();
        var id = (await scene.ReadTopic(await scene.Topic())).Id;
        await scene.Community.Change(db => db.Members.Where(m => m.Id == scene.Ben.MemberId).ExecuteUpdateAsync(m => m.SetProperty(x => x.JoinedAt, scene.Time.Now.AddSeconds(-20))));

        ForumScene.Must(await scene.Community.Get<ReportReading>().Run(scene.Ben, new ReportReading.Input(id, 1, 21)));

        Assert.Equal(0, await Total(scene));
    }

    [Fact]
    public async Task _16_What_nobody_may_read_is_not_there_and_a_visitor_has_nothing_to_report()
    {
        await using var scene = await ForumScene.Start();
        var id = (await scene.ReadTopic(await scene.Topic(scene.Moderator, forum: "staff-room"))).Id;

        Assert.Equal(ProblemKind.NotFound, (await Report(scene, id, 1, 5)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await Report(scene, id, 0, 5)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await Report(scene, id, 1, -5)).Problem!.Kind);
        Assert.Equal(ProblemKind.Forbidden, (await scene.Community.Get<ReportReading>().Run(Actor.Visitor, new ReportReading.Input(id, 1, 5))).Problem!.Kind);
        Assert.Equal(0, await scene.Community.Read(db => db.ReadClocks.CountAsync()));
    }

    private static Task<int> Total(ForumScene scene) => scene.Community.Read(db => db.ReadTimes.SumAsync(t => t.Seconds));

    private static Task<Result<Done>> Report(ForumScene scene, long discussion, int upTo, int seconds) =>
        scene.Community.Get<ReportReading>().Run(scene.Aki, new ReportReading.Input(discussion, upTo, seconds));
}
