using Community.Data;
using Community.Discussions;
using Community.Ideas;
using Community.Search;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Ideas;

/// <summary>An idea that ten thousand comments stand under is read, found, answered, merged and unmerged as any other.</summary>
public sealed class BusyIdeaTests
{
    private const int Comments = 10_000;

    [Fact]
    public async Task Ten_thousand_comments_stand_in_the_way_of_nothing()
    {
        await using var scene = await IdeaScene.Start();
        var (busy, other) = (await scene.Idea(scene.Aki), await scene.Idea(scene.Ben));
        await scene.Backs(scene.Ben, busy, other);
        var last = await Fill(scene, busy);

        var page = await scene.View(scene.Ben, busy, DiscussionLimits.PageOf(Comments + 1));
        Assert.Equal((Comments + 1, Comments), (page.Posts[^1].Number, page.Head.CommentCount));
        Assert.InRange(page.Posts.Count, 1, DiscussionLimits.PostsPerPage);
        Assert.Equal(Comments + 2, ForumScene.Must(await scene.Comment(scene.Aki, busy)).Number);
        Assert.Equal(Feed.Size, ForumScene.Must(await scene.Community.Get<ReadIdeaFeed>().OfIdea(Actor.Visitor, busy)).Posts.Count);
        Assert.Equal(busy, (await List(scene)).Items[0].Number);

        ForumScene.Must(await scene.Merge(scene.Brand, busy, other));
        Assert.Equal((1, Comments + 1), ((await scene.View(scene.Aki, other)).Head.BackerCount, Assert.Single((await scene.View(scene.Aki, other)).Merged).Comments));
        ForumScene.Must(await scene.Unmerge(scene.Brand, busy));
        ForumScene.Must(await scene.Bring(scene.Brand, busy, IdeaStatus.Planned, "It comes with the next bottle, and you all made it better."));
        ForumScene.Must(await scene.Community.Get<ChangePostState>().Run(scene.Moderator, new(last, PostState.Hidden, "Off topic")));

        Assert.Equal(Comments + 1, (await scene.ReadIdea(busy)).CommentCount);
        await scene.Community.Get<Reindex>().Run();
        Assert.Empty(await scene.Differences());
    }

    private static async Task<Page<IdeaSummary>> List(IdeaScene scene) =>
        ForumScene.Must(await scene.Community.Get<ListIdeas>().Open(Actor.Visitor, new ListIdeas.Query(IdeaSort.Discussed)));

    /// <returns>The id of the last comment.</returns>
    private static async Task<long> Fill(IdeaScene scene, long number)
    {
        var from = scene.Time.Now;
        scene.Time.Pass(TimeSpan.FromHours(4));
        var last = 0L;
        await scene.Community.Change(async db =>
        {
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            var idea = await db.Ideas.SingleAsync(i => i.Number == number);
            var discussion = await db.Discussions.SingleAsync(d => d.Id == idea.Id);
            var change = discussion.Change();
            for (var n = 2; n <= Comments + 1; n++)
            {
                var at = from + TimeSpan.FromSeconds(n);
                last = Ids.At(at, n);
                db.Posts.Add(new Post { Id = last, DiscussionId = idea.Id, Number = n, AuthorId = scene.Ben.MemberId, State = PostState.Visible, Body = $"So do I, {n}.", Html = $"<p>So do I, {n}.</p>\n", CreatedAt = at, ChangeNumber = change });
            }

            discussion.ImportedUpTo(Comments + 1);
            (idea.CommentCount, idea.LastPostId, idea.LastPostAt) = (Comments, last, from + TimeSpan.FromSeconds(Comments + 1));
            (await db.Members.SingleAsync(m => m.Id == scene.Ben.MemberId)).PostCount += Comments;
            db.ChangeTracker.DetectChanges();
            await db.SaveChangesAsync();
        });
        return last;
    }
}
