using System.Collections.Concurrent;
using Community.Discussions;
using Community.Forums;
using Community.Shared;
using Community.Testing;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Concurrency;

/// <summary>Many acts at once on one discussion, from two processes' worth of services where the engine lets two write.</summary>
public sealed class ParallelActsTests
{
    private const int Acts = 64;
    private static readonly (string, string)[] Unhurried =
    [
        ("Community:Limits:PostInterval", "00:00:00"), ("Community:Limits:NewMemberPostInterval", "00:00:00"), ("Community:Limits:DuplicateWindow", "00:00:00"),
        ("Community:Limits:TopicInterval", "00:00:00"), ("Community:Limits:ReactionsPerDay", "1000"),
    ];

    [Fact]
    public async Task Sixty_four_acts_at_once_leave_dense_numbers_rising_changes_and_counters_that_a_recount_confirms()
    {
        await using var scene = await ForumScene.Start(Unhurried);
        await using var second = scene.Community.Beside(Unhurried);
        var topic = await scene.Topic();
        var first = (await scene.Answer(scene.Ben, topic)).PostId;
        var people = new List<Actor>();
        for (var i = 0; i < 16; i++)
            people.Add(await scene.Community.Person($"p{i}"));
        var changes = new ConcurrentBag<long>();
        var discussion = (await scene.ReadTopic(topic)).Id;

        await Task.WhenAll(Enumerable.Range(0, Acts).Select(async i =>
        {
            var node = i % 2 == 0 ? scene.Community : second;
            var me = people[i % people.Count];
            switch (i / people.Count)
            {
                case 0 or 1:
                    ForumScene.Must(await node.Get<PostReply>().Run(me, new PostReply.Input(topic, $"A drop of oil helps, and that is number {i}.", null, Guid.NewGuid())));
                    break;
                case 2:
                    ForumScene.Must(await node.Get<React>().Run(me, new React.Input(first, ReactionKind.Heart)));
                    break;
                default:
                    ForumScene.Must(await node.Get<MarkRead>().Run(me, new MarkRead.Input(discussion, 1 + (i % 5))));
                    break;
            }

            changes.Add(await node.Read(db => db.Discussions.Where(d => d.Id == discussion).Select(d => d.ChangeNumber).SingleAsync()));
        }));

        var posts = await scene.Community.Read(db => db.Posts.Where(p => p.DiscussionId == discussion).OrderBy(p => p.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 2 + 32), posts.Select(p => p.Number));
        // No two replies are the same change, and a later number is a later change.
        var changed = posts.Skip(2).Select(p => p.ChangeNumber).ToList();
        Assert.Equal(changed.Distinct().Order(), changed);
        Assert.Equal(changes.Max(), await scene.Community.Read(db => db.Discussions.Where(d => d.Id == discussion).Select(d => d.ChangeNumber).SingleAsync()));
        Assert.Equal(2 + 32 + 16, changes.Max());
        Assert.Equal(16, posts[1].Reactions.Heart);
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task The_same_key_from_ten_connections_is_one_post()
    {
        await using var scene = await ForumScene.Start(Unhurried);
        await using var second = scene.Community.Beside(Unhurried);
        var topic = await scene.Topic();
        var input = new PostReply.Input(topic, "A drop of oil helps, and only once.", null, Guid.NewGuid());

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => (i % 2 == 0 ? scene.Community : second).Get<PostReply>().Run(scene.Ben, input)));

        var posted = Assert.Single(answers.Select(ForumScene.Must).Distinct());
        Assert.Equal(posted.PostId, (await scene.ReadPost(topic, 2)).Id);
        Assert.Equal(2, await scene.Community.Read(db => db.Posts.CountAsync()));
    }

    [Fact]
    public async Task Who_react_to_each_other_at_once_do_not_stop_each_other()
    {
        await using var scene = await ForumScene.Start(Unhurried);
        await using var second = scene.Community.Beside(Unhurried);
        var (one, other) = (await scene.Topic(scene.Aki), await scene.Topic(scene.Ben));
        var (post, reply) = ((await scene.ReadPost(one, 1)).Id, (await scene.ReadPost(other, 1)).Id);

        for (var round = 0; round < 10; round++)
        {
            ReactionKind? wanted = round % 2 == 0 ? ReactionKind.Heart : null;
            var answers = await Task.WhenAll(
                scene.Community.Get<React>().Run(scene.Ben, new React.Input(post, wanted)),
                second.Get<React>().Run(scene.Aki, new React.Input(reply, wanted)));
            Assert.All(answers, answer => Assert.Null(answer.Problem));
        }

        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task Public_numbers_are_dense_whoever_starts_topics()
    {
        await using var scene = await ForumScene.Start(Unhurried);
        await using var second = scene.Community.Beside(Unhurried);
        var people = new List<Actor>();
        for (var i = 0; i < 16; i++)
            people.Add(await scene.Community.Person($"p{i}"));

        await Task.WhenAll(people.Select(async (me, i) => ForumScene.Must(await (i % 2 == 0 ? scene.Community : second).Get<StartTopic>()
            .Run(me, new StartTopic.Input("help", $"How do you mend a tin box, number {i}?", ForumScene.Body, null, Guid.NewGuid())))));

        Assert.Equal(Enumerable.Range(1, 16).Select(n => (long)n), await scene.Community.Read(db => db.Topics.OrderBy(t => t.Number).Select(t => t.Number).ToListAsync()));
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    [Trait(TestDatabase.Engine, "Postgres")]
    public async Task Writes_of_different_discussions_do_not_wait_for_each_other()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "SQLite has one writer.");
        await using var scene = await ForumScene.Start(Unhurried);
        await scene.OpenForum("cups");
        var (one, other) = (await scene.Topic(), await scene.Topic(forum: "cups"));
        var held = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var discussion = (await scene.ReadTopic(one)).Id;
        var holder = scene.Community.Data.WriteBeside<Done>(async db =>
        {
            await db.Hold(db.Discussions.Where(d => d.Id == discussion).Select(d => d.Id), CancellationToken.None);
            held.SetResult();
            await goOn.Task;
            return Done.Yes;
        });
        await held.Task;

        ForumScene.Must(await scene.Reply(scene.Ben, other));
        var waits = scene.Reply(scene.Aki, one);
        Assert.NotSame(waits, await Task.WhenAny(waits, Task.Delay(TimeSpan.FromMilliseconds(300))));

        goOn.SetResult();
        ForumScene.Must(await holder);
        ForumScene.Must(await waits);
    }
}
