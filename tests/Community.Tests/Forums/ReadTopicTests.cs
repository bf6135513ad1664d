using Community.Discussions;
using Community.Forums;
using Community.Shared;
using Community.Tests.Support;

namespace Community.Tests.Forums;

public sealed class ReadTopicTests
{
    [Fact]
    public async Task Pages_are_ranges_of_numbers()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic();
        for (var i = 0; i < 21; i++)
            await scene.Answer(scene.Ben, topic);

        var first = await Read(scene, Actor.Visitor, topic, 1);
        var second = await Read(scene, Actor.Visitor, topic, 2);

        Assert.Equal(Enumerable.Range(1, 20), first.Posts.Select(p => p.Number));
        Assert.Equal([21, 22], second.Posts.Select(p => p.Number));
        Assert.Equal(2, first.Head.LastPage);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    public async Task A_page_that_does_not_exist_is_not_found(int page)
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic();

        Assert.Equal(ProblemKind.NotFound, (await scene.Community.Get<ReadTopic>().Run(Actor.Visitor, topic, page)).Problem?.Kind);
    }

    [Fact]
    public async Task A_topic_of_the_staff_is_not_found_by_others()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic(scene.Moderator, forum: "staff-room");

        Assert.Equal(ProblemKind.NotFound, (await scene.Community.Get<ReadTopic>().Run(Actor.Visitor, topic, 1)).Problem?.Kind);
        Assert.Equal(ProblemKind.NotFound, (await scene.Community.Get<ReadTopic>().Run(scene.Aki, topic, 1)).Problem?.Kind);
        Assert.NotEmpty((await Read(scene, scene.Admin, topic, 1)).Posts);
    }

    [Fact]
    public async Task A_topic_without_its_posts_says_what_its_page_says()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic(tags: "tin, box");
        var secret = await scene.Topic(scene.Moderator, forum: "staff-room");
        var page = await Read(scene, scene.Ben, topic, 1);

        var overview = ForumScene.Must(await scene.Community.Get<ReadTopic>().Overview(scene.Ben, topic));

        Assert.Equal(page.Head, overview.Head);
        Assert.Equal(page.Posts[0].Author, overview.Head.Author);
        Assert.Equal(page.Tags, overview.Tags);
        Assert.Equal(page.ReadUpTo, overview.ReadUpTo);
        Assert.Equal(ProblemKind.NotFound, (await scene.Community.Get<ReadTopic>().Overview(scene.Ben, secret)).Problem?.Kind);
    }

    [Fact]
    public async Task A_hidden_post_leaves_a_tombstone_without_its_text_and_its_author_and_moderators_still_read_it()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic();
        var reply = await scene.Answer(scene.Ben, topic);
        ForumScene.Must(await scene.Bring(scene.Moderator, reply.PostId, PostState.Hidden));

        var forVisitor = (await Read(scene, Actor.Visitor, topic, 1)).Posts[1];
        var forAuthor = (await Read(scene, scene.Ben, topic, 1)).Posts[1];
        var forModerator = (await Read(scene, scene.Moderator, topic, 1)).Posts[1];

        Assert.Equal((false, ""), (forVisitor.IsShown, forVisitor.Html));
        Assert.True(forAuthor.IsShown);
        Assert.NotEmpty(forModerator.Html);
    }

    [Fact]
    public async Task A_held_post_leaves_no_trace_for_others()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic();
        var reply = await scene.Answer(scene.Ben, topic);
        await scene.Community.Arrange(db => db.Posts.Find(reply.PostId)!.State = PostState.Held);

        Assert.Single((await Read(scene, scene.Aki, topic, 1)).Posts);
        Assert.Equal(2, (await Read(scene, scene.Ben, topic, 1)).Posts.Count);
        Assert.Equal(2, (await Read(scene, scene.Moderator, topic, 1)).Posts.Count);
    }

    [Fact]
    public async Task A_hidden_opening_takes_the_topic_away_from_all_but_its_author_and_moderators()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic();
        ForumScene.Must(await scene.Bring(scene.Moderator, (await scene.ReadPost(topic, 1)).Id, PostState.Hidden));

        Assert.Equal(ProblemKind.NotFound, (await scene.Community.Get<ReadTopic>().Run(scene.Ben, topic, 1)).Problem?.Kind);
        Assert.NotNull(await Read(scene, scene.Aki, topic, 1));
        Assert.NotNull(await Read(scene, scene.Moderator, topic, 1));
    }

    [Fact]
    public async Task The_reader_finds_their_own_reaction_and_where_they_left_off()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic();
        var reply = await scene.Answer(scene.Ben, topic);
        ForumScene.Must(await scene.React(scene.Aki, reply.PostId, ReactionKind.Clap));
        await scene.Community.Get<MarkRead>().Run(scene.Aki, new MarkRead.Input((await scene.ReadTopic(topic)).Id, 1));

        var own = await Read(scene, scene.Aki, topic, 1);
        var others = await Read(scene, scene.Ben, topic, 1);

        Assert.Equal((ReactionKind.Clap, 2), (own.Posts[1].Mine, own.FirstUnread));
        Assert.Equal((null, null), (others.Posts[1].Mine, others.FirstUnread));
        Assert.Equal(1, others.Posts[1].Reactions.Clap);
    }

    [Fact]
    public async Task An_answer_to_a_post_names_whom_it_answers()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic();
        scene.Time.Pass(TimeSpan.FromMinutes(5));
        ForumScene.Must(await scene.Reply(scene.Ben, topic, to: 1));

        var reply = (await Read(scene, Actor.Visitor, topic, 1)).Posts[1];

        Assert.Equal((1, "aki"), (reply.ReplyToNumber, reply.ReplyToName));
    }

    [Theory]
    [InlineData(PostState.Held)]
    [InlineData(PostState.Hidden)]
    [InlineData(PostState.RemovedByStaff)]
    public async Task An_answer_to_a_post_that_is_not_seen_names_nobody(PostState state)
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic();
        var answered = await scene.Answer(scene.Ben, topic);
        scene.Time.Pass(TimeSpan.FromMinutes(5));
        ForumScene.Must(await scene.Reply(scene.Aki, topic, to: 2));
        await scene.Community.Arrange(db => db.Posts.Find(answered.PostId)!.State = state);

        var reply = (await Read(scene, Actor.Visitor, topic, 1)).Posts.Single(p => p.Number == 3);

        Assert.Null(reply.ReplyToName);
    }

    [Fact]
    public async Task The_forum_above_is_named_only_to_those_who_may_read_it()
    {
        await using var scene = await ForumScene.Start();
        await scene.Community.Arrange(db => db.Forums.Single(f => f.Slug == "help").ParentId = db.Forums.Single(f => f.Slug == "staff-room").Id);
        var topic = await scene.Topic();

        Assert.Null((await Read(scene, Actor.Visitor, topic, 1)).Head.Parent);
        Assert.Null((await Read(scene, scene.Aki, topic, 1)).Head.Parent);
        Assert.Equal("staff-room", (await Read(scene, scene.Moderator, topic, 1)).Head.Parent?.Slug);
    }

    private static async Task<TopicView> Read(ForumScene scene, Actor actor, long topic, int page) =>
        ForumScene.Must(await scene.Community.Get<ReadTopic>().Run(actor, topic, page));
}
