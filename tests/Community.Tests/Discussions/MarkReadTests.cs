using Community.Data;
using Community.Discussions;
using Community.Forums;
using Community.Forums.Reading;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Discussions;

public sealed class MarkReadTests
{
    [Fact]
    public async Task The_position_only_moves_up_and_never_past_the_end()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        for (var n = 0; n < 3; n++)
            await scene.Answer(scene.Ben, number);
        var id = (await scene.ReadTopic(number)).Id;

        foreach (var (read, position) in ((int, int)[])[(2, 2), (1, 2), (3, 3), (99, 4), (1, 4)])
        {
            ForumScene.Must(await Mark(scene, scene.Aki, id, read));
            Assert.Equal(position, await scene.Community.Read(db => db.ReadPositions.Select(p => p.Number).SingleAsync()));
        }

        Assert.Equal(ProblemKind.NotFound, (await Mark(scene, scene.Aki, id, 0)).Problem!.Kind);
    }

    [Fact]
    public async Task Nobody_marks_what_they_may_not_read_and_visitors_leave_nothing()
    {
        await using var scene = await ForumScene.Start();
        var id = (await scene.ReadTopic(await scene.Topic(scene.Moderator, forum: "staff-room"))).Id;

        Assert.Equal(ProblemKind.NotFound, (await Mark(scene, scene.Aki, id, 1)).Problem!.Kind);
        ForumScene.Must(await Mark(scene, Actor.Visitor, id, 1));
        Assert.Equal([scene.Moderator.MemberId!.Value], await Readers(scene));
    }

    [Fact]
    public async Task Nobody_marks_what_waits_for_a_moderator_or_was_hidden()
    {
        await using var scene = await ForumScene.Start();
        var id = (await scene.ReadTopic(await scene.Topic())).Id;
        await scene.Community.Get<CommunityData>().Write<int>(async db => await db.Posts.Where(p => p.DiscussionId == id).ExecuteUpdateAsync(p => p.SetProperty(x => x.State, PostState.Held)));

        Assert.Equal(ProblemKind.NotFound, (await Mark(scene, scene.Ben, id, 1)).Problem!.Kind);
        ForumScene.Must(await Mark(scene, scene.Moderator, id, 1));
        Assert.Equal([scene.Aki.MemberId!.Value, scene.Moderator.MemberId!.Value], (await Readers(scene)).Order());
    }

    [Fact]
    public async Task _14_The_line_of_the_last_visit_stays_where_it_was_until_the_visit_ends()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var id = (await scene.ReadTopic(number)).Id;
        await Mark(scene, scene.Aki, id, 1);
        scene.Time.Pass(TimeSpan.FromHours(1));
        await scene.Answer(scene.Ben, number);

        Assert.Equal((2, 2), await Unread(scene, number));
        await Mark(scene, scene.Aki, id, 2);
        await scene.Answer(scene.Ben, number);

        Assert.Equal((3, 3), await Unread(scene, number));
        await Mark(scene, scene.Aki, id, 3);
        Assert.Equal((null, 2), await Unread(scene, number));
        scene.Time.Pass(TimeSpan.FromHours(1));
        Assert.Equal((null, null), await Unread(scene, number));
    }

    [Fact]
    public async Task _14_The_line_stands_above_the_first_unread_where_only_some_was_read()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var id = (await scene.ReadTopic(number)).Id;
        await Mark(scene, scene.Moderator, id, 1);
        foreach (var _ in Enumerable.Range(2, 4))
            await scene.Answer(scene.Ben, number);
        scene.Time.Pass(TimeSpan.FromHours(1));
        await Mark(scene, scene.Moderator, id, 3);

        Assert.Equal((4, 4), await Unread(scene, number, scene.Moderator));
        await Mark(scene, scene.Moderator, id, 5);

        Assert.Equal((null, 2), await Unread(scene, number, scene.Moderator));
    }

    [Fact]
    public async Task _14_What_somebody_writes_themselves_is_never_new_to_them()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var id = (await scene.ReadTopic(number)).Id;
        Assert.Equal((1, null, null, 0), await Where(scene, number));

        await scene.Answer(scene.Ben, number);
        await Mark(scene, scene.Aki, id, 2);
        scene.Time.Pass(TimeSpan.FromHours(1));
        await scene.Answer(scene.Aki, number);

        Assert.Equal((3, null, null, 0), await Where(scene, number));
        await scene.Answer(scene.Ben, number);
        Assert.Equal((3, 4, 4, 1), await Where(scene, number));
    }

    [Fact]
    public async Task _14_Who_writes_past_unread_posts_still_has_them_to_read_and_then_all()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var id = (await scene.ReadTopic(number)).Id;
        await scene.Answer(scene.Ben, number);

        await scene.Answer(scene.Aki, number);

        Assert.Equal((1, 2, 2, 2), await Where(scene, number));
        await Mark(scene, scene.Aki, id, 2);
        Assert.Equal((3, null, 2, 0), await Where(scene, number));
    }

    [Fact]
    public async Task _14_Who_never_read_what_they_answer_has_not_read_it_by_that_unless_they_marked_all_as_read()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        await scene.Answer(scene.Ben, number);

        Assert.Equal((null, null, null, null), await Where(scene, number, scene.Ben));
        ForumScene.Must(await scene.Community.Get<MarkAllRead>().Run(scene.Ben, "help"));
        await scene.Answer(scene.Ben, number);

        Assert.Equal((3, null, null, 0), await Where(scene, number, scene.Ben));
    }

    [Fact]
    public async Task _14_The_line_of_a_visit_stays_above_what_was_new_when_its_reader_answers()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var id = (await scene.ReadTopic(number)).Id;
        await scene.Answer(scene.Ben, number);
        scene.Time.Pass(TimeSpan.FromHours(1));
        await Mark(scene, scene.Aki, id, 2);

        await scene.Answer(scene.Aki, number);

        Assert.Equal((3, null, 2, 0), await Where(scene, number));
    }

    [Fact]
    public async Task _14_What_was_removed_after_the_last_post_read_is_no_news()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var id = (await scene.ReadTopic(number)).Id;
        await Mark(scene, scene.Aki, id, 1);
        var spam = await scene.Answer(scene.Ben, number);

        ForumScene.Must(await scene.Bring(scene.Moderator, spam.PostId, PostState.RemovedByStaff));

        Assert.Equal((null, null), await Unread(scene, number));
        Assert.Equal(0, ForumScene.Must(await scene.Community.Get<ListTopics>().Everywhere(scene.Aki, TopicSort.Latest, null)).Items.Single().NewPosts);
        await scene.Answer(scene.Ben, number);
        Assert.Equal((2, 2), await Unread(scene, number));
    }

    private static async Task<(int? First, int? Line)> Unread(ForumScene scene, long number, Actor? reader = null)
    {
        var view = ForumScene.Must(await scene.Community.Get<ReadTopic>().Run(reader ?? scene.Aki, number, 1));
        return (view.FirstUnread, view.NewFrom);
    }

    private static async Task<(int? Read, int? First, int? Line, int? New)> Where(ForumScene scene, long number, Actor? reader = null)
    {
        var view = ForumScene.Must(await scene.Community.Get<ReadTopic>().Run(reader ?? scene.Aki, number, 1));
        var line = ForumScene.Must(await scene.Community.Get<ListTopics>().Everywhere(reader ?? scene.Aki, TopicSort.Latest, null)).Items.Single(t => t.Number == number);
        return (view.ReadUpTo, view.FirstUnread, view.NewFrom, line.NewPosts);
    }

    private static Task<List<long>> Readers(ForumScene scene) => scene.Community.Read(db => db.ReadPositions.Select(p => p.MemberId).ToListAsync());

    private static Task<Result<Done>> Mark(ForumScene scene, Actor actor, long discussion, int number) =>
        scene.Community.Get<MarkRead>().Run(actor, new MarkRead.Input(discussion, number));
}
