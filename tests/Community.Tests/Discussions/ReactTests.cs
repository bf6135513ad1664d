using Community.Discussions;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Discussions;

public sealed class ReactTests
{
    [Fact]
    public async Task A_reaction_is_counted_heats_the_topic_and_reaches_its_author()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var post = await scene.ReadPost(number, 1);

        ForumScene.Must(await scene.React(scene.Ben, post.Id));
        ForumScene.Must(await scene.React(scene.Ben, post.Id));

        var after = await scene.ReadPost(number, 1);
        Assert.Equal((1, 1), (after.Reactions.Heart, after.Reactions.Total));
        Assert.Equal(post.ChangeNumber + 1, after.ChangeNumber);
        Assert.NotNull((await scene.ReadTopic(number)).Hot);
        Assert.Equal(1, (await scene.ReadMember(scene.Aki)).ReactionsReceived);
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task Another_kind_replaces_the_first_and_none_takes_it_back_and_the_ledger_keeps_both()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var post = await scene.ReadPost(number, 1);

        ForumScene.Must(await scene.React(scene.Ben, post.Id));
        scene.Time.Pass(TimeSpan.FromMinutes(1));
        ForumScene.Must(await scene.React(scene.Ben, post.Id, ReactionKind.Clap));
        var between = await scene.ReadPost(number, 1);
        ForumScene.Must(await scene.React(scene.Ben, post.Id, null));
        ForumScene.Must(await scene.React(scene.Ben, post.Id, null));

        Assert.Equal((0, 1), (between.Reactions.Heart, between.Reactions.Clap));
        Assert.Equal(0, (await scene.ReadPost(number, 1)).Reactions.Total);
        Assert.Null((await scene.ReadTopic(number)).Hot);
        Assert.Equal(2, await scene.Community.Read(db => db.Reactions.CountAsync(r => r.UndoneAt != null)));
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task The_same_wish_many_times_at_once_counts_once()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var post = await scene.ReadPost(number, 1);

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => scene.React(scene.Ben, post.Id))));

        Assert.All(results, r => Assert.True(r.Ok));
        Assert.Equal(1, (await scene.ReadPost(number, 1)).Reactions.Heart);
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task Own_hidden_and_invisible_posts_take_none()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var reply = await scene.Answer(scene.Ben, number);
        var secret = await scene.Topic(scene.Moderator, forum: "staff-room");
        ForumScene.Must(await scene.Bring(scene.Moderator, reply.PostId, PostState.Hidden));

        Assert.Equal("own-post", (await scene.React(scene.Aki, (await scene.ReadPost(number, 1)).Id)).Problem!.Code);
        Assert.Equal(ProblemKind.NotFound, (await scene.React(scene.Aki, reply.PostId)).Problem!.Kind);
        Assert.Equal("post-not-visible", (await scene.React(scene.Moderator, reply.PostId)).Problem!.Code);
        Assert.Equal(ProblemKind.NotFound, (await scene.React(scene.Aki, (await scene.ReadPost(secret, 1)).Id)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await scene.React(scene.Aki, 42)).Problem!.Kind);
        Assert.Equal("sign-in", (await scene.React(Actor.Visitor, (await scene.ReadPost(number, 1)).Id)).Problem!.Code);
    }

    [Fact]
    public async Task To_take_nothing_back_from_ones_own_post_changes_nothing()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var post = await scene.ReadPost(number, 1);

        var back = await scene.React(scene.Aki, post.Id, null);

        Assert.True(back.Ok);
        Assert.Equivalent(post, await scene.ReadPost(number, 1));
    }

    [Fact]
    public async Task A_day_has_its_number_and_then_the_wait_is_told()
    {
        await using var scene = await ForumScene.Start(("Community:Limits:ReactionsPerDay", "2"));
        var number = await scene.Topic();
        var post = await scene.ReadPost(number, 1);
        ForumScene.Must(await scene.React(scene.Newcomer, post.Id));
        scene.Time.Pass(TimeSpan.FromHours(1));
        ForumScene.Must(await scene.React(scene.Newcomer, post.Id, ReactionKind.Like));

        var third = await scene.React(scene.Newcomer, post.Id, ReactionKind.Wow);
        var back = await scene.React(scene.Newcomer, post.Id, null);
        scene.Time.Pass(TimeSpan.FromHours(23) + TimeSpan.FromSeconds(1));

        Assert.Equal((ProblemKind.TooFast, 23 * 3600), (third.Problem!.Kind, third.Problem.Args!["seconds"]));
        Assert.True(back.Ok);
        Assert.True((await scene.React(scene.Newcomer, post.Id)).Ok);
    }

    [Fact]
    public async Task Whoever_came_back_wrote_and_was_welcome_is_new_no_longer()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        for (var n = 0; n < 3; n++)
            await scene.Answer(scene.Newcomer, number);
        Assert.Equal(TrustLevel.New, (await scene.ReadMember(scene.Newcomer)).Trust);

        ForumScene.Must(await scene.React(scene.Aki, (await scene.ReadPost(number, 3)).Id));

        Assert.Equal(TrustLevel.Member, (await scene.ReadMember(scene.Newcomer)).Trust);
    }
}
