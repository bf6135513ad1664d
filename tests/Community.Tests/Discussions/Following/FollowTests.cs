using Community.Discussions.Contract;
using Community.Discussions.Following;
using Community.Forums;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Discussions.Following;

public sealed class FollowTests
{
    [Fact]
    public async Task _18_What_is_muted_vanishes_from_home_and_lists_and_comes_back()
    {
        await using var scene = await ForumScene.Start();
        await scene.OpenForum("tools");
        var (topic, tagged, elsewhere) = (await scene.Topic(scene.Ben), await scene.Topic(scene.Ben, tags: "tin"), await scene.Topic(scene.Ben, forum: "tools"));
        var targets = new (FollowKind, long, long)[]
        {
            (FollowKind.Topic, (await scene.ReadTopic(topic)).Id, topic),
            (FollowKind.Tag, await scene.Community.Read(db => db.Tags.Select(t => t.Id).SingleAsync()), tagged),
            (FollowKind.Forum, (await scene.ReadForum("tools")).Id, elsewhere),
        };
        foreach (var (kind, id, gone) in targets)
        {
            ForumScene.Must(await Set(scene, scene.Aki, kind, id, FollowLevel.Muted));
            ForumScene.Must(await Set(scene, scene.Aki, kind, id, FollowLevel.Muted));

            Assert.DoesNotContain(gone, await Listed(scene, scene.Aki));
            Assert.DoesNotContain(gone, await Home(scene, scene.Aki));
            Assert.Contains(gone, await Listed(scene, scene.Ben));
            ForumScene.Must(await Set(scene, scene.Aki, kind, id, FollowLevel.Normal));
            Assert.Contains(gone, await Listed(scene, scene.Aki));
        }
    }

    [Fact]
    public async Task _18_A_muted_forum_stands_apart_and_its_topics_are_in_no_list_of_what_is_new_or_hot()
    {
        await using var scene = await ForumScene.Start();
        await scene.OpenForum("tools");
        await scene.Community.Arrange(db => db.Forums.Single(f => f.Slug == "tools").ParentId = db.Forums.Single(f => f.Slug == "help").Id);
        var (here, gone) = (await scene.Topic(scene.Ben), await scene.Topic(scene.Ben, forum: "tools"));
        var official = await scene.Answer(scene.Moderator, gone);
        await scene.Community.Arrange(db => db.Posts.Single(p => p.Id == official.PostId).IsOfficial = true);
        ForumScene.Must(await scene.React(scene.Newcomer, (await scene.ReadPost(gone, 1)).Id));
        ForumScene.Must(await scene.React(scene.Newcomer, (await scene.ReadPost(here, 1)).Id));

        ForumScene.Must(await Set(scene, scene.Aki, FollowKind.Forum, (await scene.ReadForum("tools")).Id, FollowLevel.Muted));

        var shelves = ForumShelves.Of(await scene.Community.Get<ListForums>().Run(scene.Aki));
        Assert.Equal(("help", "tools"), (Assert.Single(shelves.Shown).Slug, Assert.Single(shelves.Muted).Slug));
        Assert.Empty(shelves.Shown[0].Children);
        foreach (var sort in Enum.GetValues<TopicSort>())
            Assert.DoesNotContain(gone, ForumScene.Must(await scene.Community.Get<ListTopics>().Everywhere(scene.Aki, sort, null)).Items.Select(t => t.Number));
        var home = await scene.Community.Get<ReadHome>().Run(scene.Aki);
        Assert.Equal([here], home.Lively.Select(t => t.Number));
        Assert.Equal([here], home.Latest.Select(t => t.Number));
        Assert.Empty(home.Official);
        Assert.Empty(ForumShelves.Of(await scene.Community.Get<ListForums>().Run(scene.Ben)).Muted);
        Assert.Single((await scene.Community.Get<ReadHome>().Run(scene.Ben)).Official);
    }

    [Fact]
    public async Task _18_What_stands_below_a_muted_forum_is_shown_on_its_own()
    {
        await using var scene = await ForumScene.Start();
        await scene.OpenForum("tools");
        await scene.Community.Arrange(db => db.Forums.Single(f => f.Slug == "tools").ParentId = db.Forums.Single(f => f.Slug == "help").Id);

        ForumScene.Must(await Set(scene, scene.Aki, FollowKind.Forum, (await scene.ReadForum("help")).Id, FollowLevel.Muted));

        var shelves = ForumShelves.Of(await scene.Community.Get<ListForums>().Run(scene.Aki));
        Assert.Equal(("tools", "help"), (Assert.Single(shelves.Shown).Slug, Assert.Single(shelves.Muted).Slug));
    }

    [Fact]
    public async Task _18_Who_opens_a_muted_forum_or_tag_sees_it_and_what_was_said_of_a_topic_goes_first()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic(scene.Ben, tags: "tin");
        var forum = (await scene.ReadForum("help")).Id;
        ForumScene.Must(await Set(scene, scene.Aki, FollowKind.Forum, forum, FollowLevel.Muted));
        ForumScene.Must(await Set(scene, scene.Aki, FollowKind.Tag, await scene.Community.Read(db => db.Tags.Select(t => t.Id).SingleAsync()), FollowLevel.Muted));

        // The forum was opened, but its tag is muted, too; and the other way round.
        Assert.Empty(ForumScene.Must(await scene.Community.Get<ListTopics>().InForum(scene.Aki, forum, TopicSort.Latest, null)).Page.Items);
        ForumScene.Must(await Set(scene, scene.Aki, FollowKind.Topic, (await scene.ReadTopic(topic)).Id, FollowLevel.Normal));
        Assert.Equal([topic], await Listed(scene, scene.Aki));
        Assert.Single(ForumScene.Must(await scene.Community.Get<ReadTag>().Run(scene.Aki, "tin", null)).Topics.Items);
    }

    [Fact]
    public async Task _18_Who_writes_in_a_topic_tracks_it_unless_they_said_otherwise()
    {
        await using var scene = await ForumScene.Start();
        var (one, other) = (await scene.Topic(), await scene.Topic());
        var otherId = (await scene.ReadTopic(other)).Id;
        ForumScene.Must(await Set(scene, scene.Ben, FollowKind.Topic, otherId, FollowLevel.Muted));

        await scene.Answer(scene.Ben, one);
        await scene.Answer(scene.Ben, one);
        await scene.Answer(scene.Ben, other);

        var follows = await scene.Community.Read(db => db.Follows.Where(f => f.MemberId == scene.Ben.MemberId).OrderBy(f => f.TargetId).Select(f => new { f.Level, f.IsAutomatic }).ToListAsync());
        Assert.Equal([(FollowLevel.Tracking, true), (FollowLevel.Muted, false)], follows.Select(f => (f.Level, f.IsAutomatic)));
    }

    [Fact]
    public async Task _18_What_is_followed_is_news_however_old()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic(scene.Ben);

        ForumScene.Must(await Set(scene, scene.Aki, FollowKind.Forum, (await scene.ReadForum("help")).Id, FollowLevel.Tracking));

        var line = ForumScene.Must(await scene.Community.Get<ListTopics>().Everywhere(scene.Aki, TopicSort.Latest, null)).Items.Single(t => t.Number == topic);
        Assert.Equal((true, null), (line.IsFollowed, line.NewPosts));
    }

    [Fact]
    public async Task _18_What_one_may_not_read_cannot_be_followed_but_let_go()
    {
        await using var scene = await ForumScene.Start();
        var secret = (await scene.ReadTopic(await scene.Topic(scene.Moderator, forum: "staff-room", tags: "keys"))).Id;
        var tag = await scene.Community.Read(db => db.Tags.Select(t => t.Id).SingleAsync());

        Assert.Equal(ProblemKind.NotFound, (await Set(scene, scene.Aki, FollowKind.Topic, secret, FollowLevel.Watching)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await Set(scene, scene.Aki, FollowKind.Forum, (await scene.ReadForum("staff-room")).Id, FollowLevel.Muted)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await Set(scene, scene.Aki, FollowKind.Tag, tag, FollowLevel.Muted)).Problem!.Kind);
        Assert.Equal("sign-in", (await Set(scene, Actor.Visitor, FollowKind.Topic, secret, FollowLevel.Watching)).Problem!.Code);
        var once = await scene.Topic();
        var id = (await scene.ReadTopic(once)).Id;
        ForumScene.Must(await Set(scene, scene.Ben, FollowKind.Topic, id, FollowLevel.Watching));
        ForumScene.Must(await scene.Community.Get<MoveTopic>().Run(scene.Moderator, new MoveTopic.Input(once, "staff-room", "For the staff")));
        Assert.Null(ForumScene.Must(await scene.Community.Get<ListFollows>().Run(scene.Ben, FollowLevel.Watching, null)).Items.Single().Where);
        ForumScene.Must(await Set(scene, scene.Ben, FollowKind.Topic, id, FollowLevel.Normal));
        Assert.Empty(await scene.Community.Read(db => db.Follows.Where(f => f.MemberId == scene.Ben.MemberId).ToListAsync()));
    }

    private static Task<Result<Done>> Set(ForumScene scene, Actor actor, FollowKind kind, long id, FollowLevel level) =>
        scene.Community.Get<SetFollow>().Run(actor, new SetFollow.Input(kind, id, level));

    private static async Task<IEnumerable<long>> Listed(ForumScene scene, Actor actor) =>
        ForumScene.Must(await scene.Community.Get<ListTopics>().Everywhere(actor, TopicSort.Latest, null)).Items.Select(t => t.Number);

    private static async Task<IEnumerable<long>> Home(ForumScene scene, Actor actor)
    {
        var home = await scene.Community.Get<ReadHome>().Run(actor);
        return home.Latest.Concat(home.Lively).Concat(home.Unanswered).Select(t => t.Number);
    }
}
