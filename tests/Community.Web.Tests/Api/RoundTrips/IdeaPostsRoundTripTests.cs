using Community.Client;

namespace Community.Web.Tests.Api.RoundTrips;

/// <summary>What is said under an idea is posts like others: every call for posts takes them.</summary>
public sealed class IdeaPostsRoundTripTests(ApiSite site) : RoundTrip(site)
{
    [Fact, GoesRound("CommentOnIdea", "ListIdeaPosts", "ListChanges")]
    public async Task Comments_are_read_to_the_end_and_what_changed_is_told()
    {
        var aki = await Somebody();
        var idea = await Idea(aki);
        var before = await aki.Ideas.ReadIdea(idea, Cancel);
        for (var n = 2; n <= 23; n++)
            Assert.Equal(n, (await aki.Ideas.CommentOnIdea(idea, new NewPost($"Thought number {n}.", n == 2 ? null : 2), cancel: Cancel)).Number);

        var posts = await With(null).Ideas.ListAllIdeaPosts(idea, Cancel).ToListAsync(Cancel);
        var changes = await With(null).Topics.ListChanges(before.Id, before.ChangeNumber, Cancel);
        var after = await aki.Ideas.ReadIdea(idea, Cancel);

        Assert.Equal(Enumerable.Range(1, 23), posts.Select(post => post.Number));
        Assert.Equal(2, posts[^1].ReplyToNumber);
        Assert.Equal(Enumerable.Range(2, 22), changes.Posts.Select(post => post.Number));
        Assert.Equal((22, 23), (after.CommentCount, after.LastNumber));
    }

    [Fact, GoesRound("CommentOnIdea", "SubmitIdea")]
    public async Task The_same_key_twice_writes_once()
    {
        var aki = await Somebody();
        var key = Guid.NewGuid();
        var wish = new NewIdea("A peg that shows in the dark", "We stumble over them.");

        var first = await aki.Ideas.SubmitIdea("wishes", wish, key, Cancel);
        var again = await aki.Ideas.SubmitIdea("wishes", wish, key, Cancel);
        var said = new Guid(key.ToByteArray().Reverse().ToArray());
        var comments = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => aki.Ideas.CommentOnIdea(first.Number, new NewPost("Orange ones."), said, Cancel)));

        Assert.Equal(first, again);
        Assert.Single(comments.Distinct());
        Assert.Equal(1, (await aki.Ideas.ReadIdea(first.Number, Cancel)).CommentCount);
    }

    [Fact, GoesRound("ReadPost", "EditPost", "ListRevisions", "QuotePost")]
    public async Task The_text_of_an_idea_is_edited_with_its_title_and_tags()
    {
        var aki = await Somebody();
        var idea = await Idea(aki);
        var opening = (await aki.Ideas.ListIdeaPosts(idea, cancel: Cancel)).Items[0];
        var before = await aki.Posts.ReadPost(opening.Id, Cancel);

        var version = await aki.Posts.EditPost(opening.Id, before.Version, new PostEdit("Two of them would help.", "A stool with three legs", ["stools"]), Cancel);

        var after = await aki.Ideas.ReadIdea(idea, Cancel);
        Assert.Equal((0L, idea, 2), (before.TopicNumber, before.IdeaNumber, version));
        Assert.Equal(("A stool with three legs", "a-stool-with-three-legs", "stools"), (after.Title, after.Slug, after.Tags.Single().Name));
        Assert.Equal([before.Markdown, "Two of them would help."], (await aki.Posts.ListRevisions(opening.Id, Cancel)).Select(revision => revision.Markdown));
        Assert.Contains("Two of them would help.", (await aki.Posts.QuotePost(opening.Id, Cancel)).Markdown);
        Assert.Null((await aki.Posts.ReadPost(await TopicPost(aki), Cancel)).IdeaNumber);
    }

    [Fact, GoesRound("React", "TakeReactionBack", "SaveBookmark", "ListBookmarks", "RemoveBookmark", "RemovePost")]
    public async Task A_comment_is_reacted_to_kept_and_taken_away()
    {
        var aki = await Somebody();
        var ben = await Somebody("ben");
        var comment = await aki.Ideas.CommentOnIdea(await Idea(aki), new NewPost("With a cushion, please."), cancel: Cancel);

        await ben.Reactions.React(comment.Id, ReactionKind.Clap, Cancel);
        var liked = await ben.Posts.ReadPost(comment.Id, Cancel);
        await ben.Reactions.TakeReactionBack(comment.Id, Cancel);
        await ben.Posts.SaveBookmark(comment.Id, new NewBookmark("for winter"), Cancel);
        var kept = Assert.Single((await ben.Me.ListBookmarks(cancel: Cancel)).Items);
        await ben.Posts.RemoveBookmark(comment.Id, Cancel);
        await aki.Posts.RemovePost(comment.Id, Cancel);

        Assert.Equal((ReactionKind.Clap, 1), (liked.MyReaction, liked.Reactions[ReactionKind.Clap]));
        Assert.Equal("A stool that folds flat", kept.Post!.Within!.Name.En);
        Assert.Equal(PostState.RemovedByAuthor, (await ben.Posts.ReadPost(comment.Id, Cancel)).State);
    }

    [Fact, GoesRound("FollowIdea", "ListFollows", "Unfollow")]
    public async Task An_idea_is_followed_and_let_go()
    {
        var aki = await Somebody();
        var ben = await Somebody("ben");
        var idea = await aki.Ideas.ReadIdea(await Idea(aki), Cancel);

        await ben.Ideas.FollowIdea(idea.Number, FollowLevel.Watching, Cancel);
        var level = (await ben.Ideas.ReadIdea(idea.Number, Cancel)).Follow;
        var follow = Assert.Single(await ben.Me.ListAllFollows(FollowLevel.Watching, Cancel).ToListAsync(Cancel));
        await ben.Me.Unfollow(FollowKind.Idea, idea.Id, Cancel);

        Assert.Equal(FollowLevel.Watching, level);
        Assert.Equal((FollowKind.Idea, idea.Id, idea.Title), (follow.Kind, follow.Id, follow.Where!.Name.En));
        Assert.Equal(FollowLevel.Normal, (await ben.Ideas.ReadIdea(idea.Number, Cancel)).Follow);
    }

    [Fact, GoesRound("ReportPost", "ReadQueue", "ChangePostState", "HideRevision", "ShowRevision")]
    public async Task A_comment_is_reported_and_hidden()
    {
        var aki = await Somebody();
        var mia = await Staff();
        var idea = await Idea(aki);
        var comment = await aki.Ideas.CommentOnIdea(idea, new NewPost("Buy my cheap stools."), cancel: Cancel);
        await aki.Posts.EditPost(comment.Id, 1, new PostEdit("Buy my very cheap stools."), Cancel);

        await (await Somebody("ben")).Reports.ReportPost(comment.Id, new NewReport(ReportReason.Spam), cancel: Cancel);
        var waiting = await mia.Moderation.ReadWholeQueue(Cancel).FirstAsync(item => item.Content.Id == comment.Id, Cancel);
        await mia.Moderation.HideRevision(comment.Id, 1, "An address stood there.", Cancel);
        await mia.Moderation.ShowRevision(comment.Id, 1, "It did not.", Cancel);
        await mia.Moderation.ChangePostState(comment.Id, new StateChange(ContentState.Visible, ContentState.Hidden, "Advertising."), Cancel);

        Assert.Equal((ContentKind.Post, 1), (waiting.Content.Kind, waiting.Reasons[ReportReason.Spam]));
        Assert.Equal((PostState.Hidden, 0), ((await With(null).Posts.ReadPost(comment.Id, Cancel)).State, (await mia.Ideas.ReadIdea(idea, Cancel)).CommentCount));
    }

    [Fact, GoesRound("ListChanges")]
    public async Task A_program_watches_an_idea()
    {
        var aki = await Somebody();
        var idea = await aki.Ideas.ReadIdea(await Idea(aki), Cancel);
        await using var watch = With(null).WatchDiscussion(idea.Id, idea.ChangeNumber, Cancel).GetAsyncEnumerator(Cancel);
        var next = watch.MoveNextAsync().AsTask();

        await aki.Ideas.CommentOnIdea(idea.Number, new NewPost("With a cushion, please."), cancel: Cancel);

        Assert.True(await next.WaitAsync(TimeSpan.FromMinutes(1), Cancel));
        Assert.Equal([2], watch.Current.Posts.Select(post => post.Number));
    }

    private async Task<long> Idea(CommunityClient by) =>
        (await by.Ideas.SubmitIdea("wishes", new NewIdea("A stool that folds flat", $"It would help us all. {Guid.NewGuid()}"), cancel: Cancel)).Number;

    private async Task<string> TopicPost(CommunityClient by) => (await by.Topics.ListPosts((await Site.Topic(by)).Number, cancel: Cancel)).Items[0].Id;
}
