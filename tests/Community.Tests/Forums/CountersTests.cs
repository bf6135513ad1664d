using Community.Discussions;
using Community.Forums;
using Community.Shared;
using Community.Shared.Site;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Forums;

/// <summary>Whatever people do, in whatever order: every counter is what a recount gives.</summary>
public sealed class CountersTests
{
    private const int Acts = 150;

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public async Task After_any_acts_all_counters_are_true(int seed, bool holdsFirstPosts)
    {
        await using var scene = await ForumScene.Start();
        await scene.Community.Arrange(db => db.Site.Add(new SiteSettings { HoldsFirstPosts = holdsFirstPosts }));
        var random = new SeededActs(scene, seed);

        var done = 0;
        for (var n = 0; n < Acts; n++)
        {
            scene.Time.Pass(TimeSpan.FromMinutes(7));
            done += await random.Next() ? 1 : 0;
        }

        Assert.Empty(await scene.Differences());
        Assert.InRange(done, Acts / 3, Acts);
    }

    [Fact]
    public async Task A_counter_that_was_tampered_with_is_found()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic(tags: "tin");
        await scene.Answer(scene.Ben, number);
        ForumScene.Must(await scene.React(scene.Ben, (await scene.ReadPost(number, 1)).Id));

        await scene.Community.Change(async db =>
        {
            await db.Topics.ExecuteUpdateAsync(t => t.SetProperty(x => x.ReplyCount, 7).SetProperty(x => x.Hot, 1).SetProperty(x => x.LastPosterId, x => x.AuthorId));
            await db.Forums.ExecuteUpdateAsync(f => f.SetProperty(x => x.TopicCount, 7).SetProperty(x => x.PostCount, 7));
            await db.Members.ExecuteUpdateAsync(m => m.SetProperty(x => x.PostCount, 7).SetProperty(x => x.TopicCount, 7).SetProperty(x => x.ReactionsReceived, 7));
            await db.Tags.ExecuteUpdateAsync(t => t.SetProperty(x => x.Count, 7));
            await db.Discussions.ExecuteUpdateAsync(d => d.SetProperty(x => x.LastNumber, 7).SetProperty(x => x.Audience, Audience.Staff));
            await db.Posts.ExecuteUpdateAsync(p => p.SetProperty(x => x.RevisionCount, 7).SetProperty(x => x.Reactions.Wow, 7));
        });

        var found = await scene.Differences();
        foreach (var what in (string[])["replies shown", "hot key", "author of its last post", "topics shown", "posts shown", "reactions received", "subjects shown", "highest post", "who may read", "revisions", "reactions Wow"])
            Assert.Contains(found, sentence => sentence.Contains(what, StringComparison.Ordinal));
    }

    private sealed class SeededActs(ForumScene scene, int seed)
    {
        private readonly Random random = new(seed);

        public async Task<bool> Next()
        {
            var posts = await scene.Community.Read(db => db.Posts.OrderBy(p => p.Id).Select(p => new { p.Id, p.Version, p.Body }).ToListAsync());
            var topics = posts.Count == 0 ? 0 : await scene.Community.Read(db => db.Topics.CountAsync());
            var actor = Pick(scene.Aki, scene.Ben, scene.Newcomer, scene.Moderator);
            var topic = random.Next(1, topics + 1);
            var post = posts.Count == 0 ? null : posts[random.Next(posts.Count)];
            var act = posts.Count == 0 ? 0 : random.Next(12);
            return act switch
            {
                0 => (await scene.Start(actor, tags: Pick("tin", "tin, oil", "oil"), forum: Pick("help", "help", "staff-room"))).Ok,
                < 5 => (await scene.Reply(actor, topic)).Ok,
                5 or 6 => (await scene.React(actor, post!.Id, Pick<ReactionKind?>(ReactionKind.Heart, ReactionKind.Clap, null))).Ok,
                7 => (await scene.Community.Get<RemoveOwnPost>().Run(actor, post!.Id)).Ok,
                8 => (await scene.Bring(scene.Moderator, post!.Id, Pick(PostState.Visible, PostState.Hidden, PostState.RemovedByStaff))).Ok,
                9 => (await scene.Community.Get<MoveTopic>().Run(scene.Moderator, new MoveTopic.Input(topic, Pick("help", "staff-room"), "Fits better"))).Ok,
                10 => (await scene.Community.Get<MarkAnswer>().Run(scene.Moderator, new MarkAnswer.Input(topic, Pick<long?>(post!.Id, null)))).Ok,
                _ => (await scene.Community.Get<EditPost>().Run(
                    scene.Moderator, new EditPost.Input(post!.Id, post.Version, post.Body + " And so on.", Tags: Pick("tin", "oil, clasp", ""), Reason: "Mended"))).Ok,
            };
        }

        private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];
    }
}
