using Community.Data;
using Community.Discussions;
using Community.Shared;
using Community.Shared.Site;
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

    [Fact]
    public async Task _07_What_was_never_let_through_is_told_to_its_author_and_moderators_alone_and_to_all_once_it_is()
    {
        await using var scene = await ForumScene.Start();
        await scene.Community.Arrange(db => db.Site.Add(new SiteSettings { HoldsFirstPosts = true }));
        var number = await scene.Topic();
        var id = (await scene.ReadTopic(number)).Id;
        var before = (await Changes(scene, scene.Ben, id, 0)).ChangeNumber;
        var held = await scene.Answer(scene.Newcomer, number);

        var (others, own, staff) = (await Changes(scene, scene.Ben, id, before), await Changes(scene, scene.Newcomer, id, before), await Changes(scene, scene.Moderator, id, before));
        ForumScene.Must(await scene.Bring(scene.Moderator, held.PostId, PostState.Visible));
        var later = await Changes(scene, scene.Ben, id, others.ChangeNumber);

        Assert.True(held.IsHeld);
        Assert.Empty(others.Posts);
        Assert.Empty(others.Absent);
        Assert.Equal((2, 2), (Assert.Single(own.Posts).Number, Assert.Single(staff.Posts).Number));
        Assert.Equal(2, Assert.Single(later.Posts).Number);
    }

    [Fact]
    public async Task _07_What_was_there_and_waits_again_is_told_as_gone_and_what_is_hidden_as_hidden()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var post = await scene.Answer(scene.Ben, number);
        var id = (await scene.ReadTopic(number)).Id;
        var before = (await Changes(scene, scene.Aki, id, 0)).ChangeNumber;

        ForumScene.Must(await scene.Bring(scene.Moderator, post.PostId, PostState.Held));
        var waiting = await Changes(scene, scene.Aki, id, before);
        ForumScene.Must(await scene.Bring(scene.Moderator, post.PostId, PostState.Hidden));
        var hidden = await Changes(scene, scene.Aki, id, waiting.ChangeNumber);

        Assert.Equal([2], waiting.Absent);
        Assert.Empty(waiting.Posts);
        Assert.Empty(hidden.Absent);
        Assert.False(Assert.Single(hidden.Posts).IsShown);
    }

    private static async Task<ChangedPosts> Changes(ForumScene scene, Actor actor, long discussion, long after) =>
        ForumScene.Must(await scene.Community.Get<ListChanges>().Run(actor, discussion, after));
}
