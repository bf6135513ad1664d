using Community.Data;
using Community.Discussions;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Discussions;

public sealed class ListChangesTests
{
    [Fact]
    public async Task _07_More_posts_than_an_answer_holds_that_one_act_changed_are_told_together()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        for (var n = 0; n < ListChanges.AtMost + 5; n++)
            await scene.Answer(scene.Ben, number);
        var id = (await scene.ReadTopic(number)).Id;
        var last = await scene.Community.Read(db => db.Discussions.Where(d => d.Id == id).Select(d => d.ChangeNumber).SingleAsync());
        await scene.Community.Get<CommunityData>().Write<int>(async db =>
            await db.Posts.Where(p => p.DiscussionId == id && p.Number > 1).ExecuteUpdateAsync(p => p.SetProperty(x => x.ChangeNumber, last)));

        var changes = (await scene.Community.Get<ListChanges>().Run(scene.Aki, id, last - 1)).Value!;

        Assert.Equal((last, false), (changes.ChangeNumber, changes.HasMore));
        Assert.Equal(Enumerable.Range(2, ListChanges.AtMost + 5), changes.Posts.Select(p => p.Number));
    }
}
