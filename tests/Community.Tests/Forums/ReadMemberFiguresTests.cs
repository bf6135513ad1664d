using Community.Forums;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Forums;

public sealed class ReadMemberFiguresTests
{
    [Fact]
    public async Task They_are_counted_once_a_minute_and_at_once_after_another_post()
    {
        await using var scene = await ForumScene.Start();
        var figures = scene.Community.Get<ReadMemberFigures>();
        var aki = scene.Aki.MemberId!.Value;
        var topic = await scene.Topic(scene.Aki);
        var before = await figures.Run(aki);

        await scene.Community.Change(db => db.Topics.Where(t => t.Number == topic).ExecuteUpdateAsync(t => t.SetProperty(x => x.State, Community.Discussions.PostState.Hidden)));
        var within = await figures.Run(aki);
        scene.Community.Time.Pass(TimeSpan.FromMinutes(1));
        var after = await figures.Run(aki);
        await scene.Topic(scene.Aki);
        var again = await figures.Run(aki);

        Assert.Equal([1, 1, 0, 1], new[] { before, within, after, again }.Select(f => f.Topics));
    }
}
