using Community.Discussions;
using Community.Forums;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Forums;

public sealed class ListTopicsTests
{
    public static TheoryData<TopicSort> Orders => [.. Enum.GetValues<TopicSort>()];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Paging_shows_every_topic_once_in_the_order_of_the_list(TopicSort sort)
    {
        await using var scene = await ForumScene.Start();
        for (var i = 0; i < (2 * ListTopics.PageSize) + 3; i++)
        {
            var topic = await scene.Topic();
            // A third warm, some at the same heat; half of them answered, several in the same moment.
            await scene.Community.Arrange(db =>
            {
                var row = db.Topics.Single(t => t.Number == topic);
                row.Hot = i % 3 == 0 ? i / 6 : null;
                row.LastPostAt = scene.Time.Now.AddHours(-(i / 4));
                row.ReplyCount = i % 2;
            });
        }

        var seen = await Everything(scene, sort);

        var all = await scene.Community.Read(db => db.Topics.Where(t => sort != TopicSort.Unanswered || t.ReplyCount == 0).ToListAsync());
        var expected = sort switch
        {
            TopicSort.Latest => all.OrderByDescending(t => t.LastPostAt).ThenByDescending(t => t.Id),
            TopicSort.Hot => all.OrderByDescending(t => t.Hot ?? double.NegativeInfinity).ThenByDescending(t => t.Id),
            _ => all.OrderByDescending(t => t.Id),
        };
        Assert.Equal(expected.Select(t => t.Number), seen);
    }

    [Fact]
    public async Task A_locked_topic_does_not_wait_for_an_answer()
    {
        await using var scene = await ForumScene.Start();
        var open = await scene.Topic();
        var locked = await scene.Topic();
        ForumScene.Must(await scene.Community.Get<LockTopic>().Run(scene.Moderator, new LockTopic.Input(locked, true, "Only news")));

        var waiting = await List(scene, Actor.Visitor, TopicSort.Unanswered, null);

        Assert.Equal([open], waiting.Page.Items.Select(t => t.Number));
    }

    [Fact]
    public async Task Pinned_topics_come_first_on_the_first_page_and_nowhere_else()
    {
        await using var scene = await ForumScene.Start();
        var pinned = await scene.Topic();
        for (var i = 0; i <= ListTopics.PageSize; i++)
            await scene.Topic();
        ForumScene.Must(await scene.Community.Get<PinTopic>().Run(scene.Moderator, new PinTopic.Input(pinned, true, "Read first")));

        var first = await List(scene, Actor.Visitor, TopicSort.Latest, null);
        var second = await List(scene, Actor.Visitor, TopicSort.Latest, first.Page.Next);

        Assert.Equal([pinned], first.Pinned.Select(t => t.Number));
        Assert.Empty(second.Pinned);
        Assert.DoesNotContain(pinned, first.Page.Items.Concat(second.Page.Items).Select(t => t.Number));
    }

    [Fact]
    public async Task A_line_tells_what_is_new_to_the_member()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic(tags: "tin, repair");
        await scene.Community.Get<MarkRead>().Run(scene.Ben, new MarkRead.Input((await scene.ReadTopic(topic)).Id, 1));
        await scene.Answer(scene.Aki, topic);
        await scene.Answer(scene.Aki, topic);

        var bens = (await List(scene, scene.Ben, TopicSort.Latest, null)).Page.Items.Single();
        var visitors = (await List(scene, Actor.Visitor, TopicSort.Latest, null)).Page.Items.Single();

        Assert.Equal((2, 2), (bens.NewPosts, bens.ReplyCount));
        Assert.Null(visitors.NewPosts);
        Assert.Equal(["tin", "repair"], visitors.Tags.Select(t => t.Name));
    }

    [Fact]
    public async Task A_list_over_all_forums_leaves_out_what_the_actor_may_not_read()
    {
        await using var scene = await ForumScene.Start();
        var open = await scene.Topic();
        var secret = await scene.Topic(scene.Moderator, forum: "staff-room");

        var forVisitor = ForumScene.Must(await scene.Community.Get<ListTopics>().Everywhere(Actor.Visitor, TopicSort.Newest, null));
        var forStaff = ForumScene.Must(await scene.Community.Get<ListTopics>().Everywhere(scene.Moderator, TopicSort.Newest, null));

        Assert.Equal([open], forVisitor.Items.Select(t => t.Number));
        Assert.Equal([secret, open], forStaff.Items.Select(t => t.Number));
    }

    [Fact]
    public async Task A_cursor_that_nobody_gave_out_is_not_found()
    {
        await using var scene = await ForumScene.Start();

        Assert.Equal(ProblemKind.NotFound, (await scene.Community.Get<ListTopics>().Everywhere(Actor.Visitor, TopicSort.Latest, "not one")).Problem?.Kind);
    }

    private static async Task<List<long>> Everything(ForumScene scene, TopicSort sort)
    {
        var seen = new List<long>();
        for (string? after = null; ;)
        {
            var list = await List(scene, Actor.Visitor, sort, after);
            seen.AddRange(list.Page.Items.Select(t => t.Number));
            if ((after = list.Page.Next) is null)
                return seen;
        }
    }

    private static async Task<TopicList> List(ForumScene scene, Actor actor, TopicSort sort, string? after)
    {
        var forum = await scene.ReadForum("help");
        return ForumScene.Must(await scene.Community.Get<ListTopics>().InForum(actor, forum.Id, sort, after));
    }
}
