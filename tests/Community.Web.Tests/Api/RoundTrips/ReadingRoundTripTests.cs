using Community.Client;

namespace Community.Web.Tests.Api.RoundTrips;

public sealed class ReadingRoundTripTests(ApiSite site) : RoundTrip(site)
{
    [Fact, GoesRound("ReadPosition")]
    public async Task _14_A_member_learns_how_far_they_have_read()
    {
        var aki = await Somebody();
        var ben = await Somebody("ben");
        var topic = (await Site.Topic(aki)).Number;
        for (var n = 2; n <= 4; n++)
            await aki.Topics.PostReply(topic, new NewPost($"Clasp number {n}."), cancel: Cancel);

        var never = await ben.Topics.ReadPosition(topic, Cancel);
        await ben.Topics.MarkRead(topic, 3, Cancel);
        var some = await ben.Topics.ReadPosition(topic, Cancel);
        await ben.Topics.MarkRead(topic, 4, Cancel);
        var all = await ben.Topics.ReadPosition(topic, Cancel);

        Assert.Equal(new ReadPosition { ReadUpTo = null, UnreadPosts = 4, FirstUnread = 1, LastNumber = 4 }, never);
        Assert.Equal(new ReadPosition { ReadUpTo = 3, UnreadPosts = 1, FirstUnread = 4, LastNumber = 4 }, some);
        Assert.Equal(new ReadPosition { ReadUpTo = 4, UnreadPosts = 0, FirstUnread = null, LastNumber = 4 }, all);
    }

    [Fact, GoesRound("MarkForumRead", "UndoForumRead", "MarkAllRead", "UndoAllRead")]
    public async Task _15_All_is_marked_read_and_taken_back()
    {
        var aki = await Somebody();
        var ben = await Somebody("ben");
        var topic = (await Site.Topic(aki)).Number;

        await ben.Forums.MarkForumRead("help", Cancel);
        var marked = await ben.Topics.ReadPosition(topic, Cancel);
        await ben.Forums.UndoForumRead("help", Cancel);
        await ben.Me.MarkAllRead(Cancel);
        var everywhere = await ben.Topics.ReadPosition(topic, Cancel);
        await ben.Me.UndoAllRead(Cancel);
        var undone = await ben.Topics.ReadPosition(topic, Cancel);

        Assert.Equal((1, 0), (marked.ReadUpTo, marked.UnreadPosts));
        Assert.Equal(marked, everywhere);
        Assert.Equal((null, 1), (undone.ReadUpTo, undone.UnreadPosts));
    }

    [Fact, GoesRound("MarkAllRead")]
    public async Task _15_All_read_is_final_after_ten_seconds()
    {
        var ben = await Somebody("ben");
        await ben.Me.MarkAllRead(Cancel);

        Site.Pass(TimeSpan.FromSeconds(11));
        var refused = await Assert.ThrowsAsync<CommunityApiException>(() => ben.Me.UndoAllRead(Cancel));

        Assert.Equal("undo-too-late", refused.Code);
    }

    [Fact, GoesRound("SaveBookmark", "RemoveBookmark", "ListBookmarks")]
    public async Task _17_A_post_is_kept_with_a_note_and_a_day_and_let_go()
    {
        var aki = await Somebody();
        var topic = await Site.Topic(aki);
        var reply = await aki.Topics.PostReply(topic.Number, new NewPost("A drop of **oil** helps."), cancel: Cancel);
        var ben = await Somebody("ben");
        var day = DateOnly.FromDateTime(Site.Now.UtcDateTime).AddDays(7);

        await ben.Posts.SaveBookmark(reply.Id, new NewBookmark("Try it", day), Cancel);
        var kept = Assert.Single(await ben.Me.ListAllBookmarks(Cancel).ToListAsync(Cancel));
        await ben.Posts.RemoveBookmark(reply.Id, Cancel);

        Assert.Equal((reply.Id, "Try it", day, null), (kept.PostId, kept.Note, kept.RemindOn, kept.RemindedAt));
        Assert.Equal((2, "A drop of oil helps.", "aki", $"/t/{topic.Number}/{topic.Slug}"), (kept.Post!.Number, kept.Post.Excerpt, kept.Post.Author, kept.Post.Within!.Path));
        Assert.Empty((await ben.Me.ListBookmarks(cancel: Cancel)).Items);
    }

    [Fact, GoesRound]
    public async Task _17_A_day_gone_by_is_refused_by_the_name_that_the_call_has_for_it()
    {
        var aki = await Somebody();
        var reply = await aki.Topics.PostReply((await Site.Topic(aki)).Number, new NewPost("A drop of oil helps."), cancel: Cancel);

        var refused = await Assert.ThrowsAsync<CommunityApiException>(() => aki.Posts.SaveBookmark(reply.Id, new NewBookmark(null, new DateOnly(2020, 1, 1)), Cancel));

        Assert.Equal(("reminder-past", "remindOn"), (refused.Code, refused.Field));
    }

    [Fact, GoesRound("ListBookmarks", "SaveBookmark")]
    public async Task _17_Bookmarks_come_in_pages_the_last_kept_first()
    {
        var aki = await Somebody();
        var topic = (await Site.Topic(aki)).Number;
        var kept = new List<string>();
        for (var n = 0; n < 32; n++)
        {
            kept.Add((await aki.Topics.PostReply(topic, new NewPost($"Clasp number {n}."), cancel: Cancel)).Id);
            await aki.Posts.SaveBookmark(kept[^1], new NewBookmark(), Cancel);
        }

        var first = await aki.Me.ListBookmarks(cancel: Cancel);
        var all = await aki.Me.ListAllBookmarks(Cancel).Select(bookmark => bookmark.PostId).ToListAsync(Cancel);

        Assert.NotNull(first.Next);
        Assert.Equal(Enumerable.Reverse(kept), all);
    }

    [Fact, GoesRound("FollowTopic", "FollowForum", "FollowTag", "ListFollows", "Unfollow", "ReadTopic")]
    public async Task _18_Topics_forums_and_tags_are_followed_and_let_go()
    {
        var aki = await Somebody();
        var ben = await Somebody("ben");
        var topic = await aki.Topics.StartTopic("help", new NewTopic("Which oil for a lock?", "It squeaks by day.", ["locks"]), cancel: Cancel);

        await ben.Topics.FollowTopic(topic.Number, FollowLevel.Watching, Cancel);
        await ben.Forums.FollowForum("help", FollowLevel.Tracking, Cancel);
        await ben.Topics.FollowTag("locks", FollowLevel.Muted, Cancel);
        var (watched, tracked, muted) = (await Only(FollowLevel.Watching), await Only(FollowLevel.Tracking), await Only(FollowLevel.Muted));
        await ben.Me.Unfollow(muted.Kind, muted.Id, Cancel);

        Assert.Equal((FollowKind.Topic, $"/t/{topic.Number}/{topic.Slug}", false), (watched.Kind, watched.Where!.Path, watched.IsAutomatic));
        Assert.Equal((FollowKind.Forum, "Help"), (tracked.Kind, tracked.Where!.Name.En));
        Assert.Equal((FollowKind.Tag, "/tags/locks"), (muted.Kind, muted.Where!.Path));
        Assert.Equal(FollowLevel.Watching, (await ben.Topics.ReadTopic(topic.Number, Cancel)).Follow);
        Assert.Empty(await ben.Me.ListAllFollows(FollowLevel.Muted, Cancel).ToListAsync(Cancel));

        async Task<Follow> Only(FollowLevel level) => Assert.Single((await ben.Me.ListFollows(level, cancel: Cancel)).Items);
    }

    [Fact, GoesRound]
    public async Task _18_A_level_that_does_not_exist_is_told()
    {
        var aki = await Somebody();

        var listed = await Assert.ThrowsAsync<CommunityApiException>(() => aki.Me.ListFollows(FollowLevel.Unknown, cancel: Cancel));
        var wanted = await Assert.ThrowsAsync<CommunityApiException>(() => aki.Forums.FollowForum("help", FollowLevel.Unknown, Cancel));
        var absent = await Assert.ThrowsAsync<CommunityApiException>(() => aki.Topics.FollowTopic(999_999, FollowLevel.Unknown, Cancel));

        Assert.Equal(("level-unknown", "level"), (listed.Code, listed.Field));
        Assert.Equal(("level-unknown", "level"), (wanted.Code, wanted.Field));
        Assert.Equal(("level-unknown", "level"), (absent.Code, absent.Field));
    }
}
