using Community.Discussions;
using Community.Shared;
using Community.Shared.Site;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Forums;

public sealed class StartTopicTests
{
    [Fact]
    public async Task A_topic_has_a_number_an_opening_tags_and_is_counted()
    {
        await using var scene = await ForumScene.Start();

        var started = ForumScene.Must(await scene.Start(scene.Aki, tags: "Tin, #repair、tin"));

        var topic = await scene.ReadTopic(started.Number);
        var opening = await scene.ReadPost(started.Number, 1);
        var forum = await scene.ReadForum("help");
        Assert.Equal((1, "how-do-you-mend-a-tin-box"), (started.Number, started.Slug));
        Assert.Equal((PostState.Visible, opening.Id, Audience.Everyone, "en"), (topic.State, topic.LastPostId, topic.Audience, topic.Language));
        Assert.Contains("tin box", opening.Html, StringComparison.Ordinal);
        Assert.Equal((1, 1, (long?)topic.Id), (forum.TopicCount, forum.PostCount, forum.LastTopicId));
        Assert.Equal(["tin:1", "repair:1"], await scene.Community.Read(db => db.Tags.OrderBy(t => t.Id).Select(t => t.Key + ":" + t.Count).ToListAsync()));
        var member = await scene.ReadMember(scene.Aki);
        Assert.Equal((1, 1), (member.TopicCount, member.PostCount));
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task The_same_key_again_gives_the_first_topic()
    {
        await using var scene = await ForumScene.Start();
        var key = Guid.NewGuid();

        var first = ForumScene.Must(await scene.Start(scene.Aki, key: key));
        var again = ForumScene.Must(await scene.Start(scene.Aki, key: key));

        Assert.Equal(first, again);
        Assert.Equal(1, await scene.Community.Read(db => db.Topics.CountAsync()));
    }

    [Theory]
    [InlineData("短い題名", "title-too-short")]
    [InlineData("Too short", "title-too-short")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaa", "title-too-uniform")]
    [InlineData("A title in\ntwo lines of text", "text-line-break")]
    [InlineData("A title with a \u202Eturned end", "text-bidi")]
    [InlineData("A title with a \0 in the middle", "text-nul")]
    [InlineData(null, "title-too-short")]
    public async Task A_title_that_cannot_stand_is_refused_beside_its_field(string? title, string code)
    {
        await using var scene = await ForumScene.Start();

        var result = await scene.Start(scene.Aki, title!);

        Assert.Equal((ProblemKind.Invalid, code, "title"), (result.Problem!.Kind, result.Problem.Code, result.Problem.Field));
    }

    [Fact]
    public async Task A_short_Japanese_title_and_body_are_long_enough()
    {
        await using var scene = await ForumScene.Start();

        var started = ForumScene.Must(await scene.Start(scene.Aki, "缶の留め具が", "どう直しますか？"));

        Assert.Equal("ja", (await scene.ReadTopic(started.Number)).Language);
    }

    [Theory]
    [InlineData("one,two,three,four,five,six", "too-many-tags")]
    [InlineData("a-tag-that-is-longer-than-it-may-be", "tag-too-long")]
    [InlineData("<script>", "tag-characters")]
    [InlineData("--", "tag-characters")]
    public async Task Tags_that_cannot_be_are_refused_beside_their_field(string tags, string code)
    {
        await using var scene = await ForumScene.Start();

        var result = await scene.Start(scene.Aki, tags: tags);

        Assert.Equal((code, "tags"), (result.Problem!.Code, result.Problem.Field));
    }

    [Fact]
    public async Task A_forum_that_the_actor_may_not_read_is_not_there()
    {
        await using var scene = await ForumScene.Start();

        Assert.Equal(ProblemKind.NotFound, (await scene.Start(scene.Aki, forum: "staff-room")).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await scene.Start(scene.Aki, forum: "nowhere")).Problem!.Kind);
    }

    [Fact]
    public async Task Starting_needs_the_audience_and_an_open_forum()
    {
        await using var scene = await ForumScene.Start();
        await scene.OpenForum("news", write: Audience.Staff);
        await scene.OpenForum("old");
        await scene.Community.Data.Write<Done>(async db =>
        {
            (await db.Forums.SingleAsync(f => f.Slug == "old")).IsArchived = true;
            return Done.Yes;
        });

        Assert.Equal("forum-start-audience", (await scene.Start(scene.Aki, forum: "news")).Problem!.Code);
        Assert.Equal("forum-archived", (await scene.Start(scene.Aki, forum: "old")).Problem!.Code);
        Assert.True((await scene.Start(scene.Moderator, forum: "news")).Ok);
    }

    [Fact]
    public async Task Visitors_the_unconfirmed_and_the_suspended_only_read()
    {
        await using var scene = await ForumScene.Start();

        Assert.Equal("sign-in", (await scene.Start(Actor.Visitor)).Problem!.Code);
        Assert.Equal("confirm-email", (await scene.Start(scene.Aki with { IsUnconfirmed = true })).Problem!.Code);
        Assert.Equal("suspended", (await scene.Start(scene.Aki with { SuspendedUntil = scene.Time.Now.AddDays(1) })).Problem!.Code);
    }

    [Fact]
    public async Task Topics_keep_their_distance_and_the_wait_is_told()
    {
        await using var scene = await ForumScene.Start();
        await scene.Topic(scene.Aki);

        scene.Time.Pass(TimeSpan.FromSeconds(6));
        var result = await scene.Start(scene.Aki, body: "Another question, a little too soon after the first.");

        Assert.Equal((ProblemKind.TooFast, "topic-too-soon", 9), (result.Problem!.Kind, result.Problem.Code, result.Problem.Args!["seconds"]));
    }

    [Fact]
    public async Task On_the_first_day_a_newcomer_starts_three_topics()
    {
        await using var scene = await ForumScene.Start();
        var fresh = await scene.Community.Person("fresh", trust: TrustLevel.New);
        await scene.Community.Data.Write<Done>(async db =>
        {
            await db.Members.Where(m => m.Id == fresh.MemberId).ExecuteUpdateAsync(m => m.SetProperty(x => x.JoinedAt, scene.Time.Now));
            return Done.Yes;
        });
        for (var n = 0; n < 3; n++)
            await scene.Topic(fresh);

        scene.Time.Pass(TimeSpan.FromMinutes(10));
        var fourth = await scene.Start(fresh);

        Assert.Equal((ProblemKind.TooFast, "first-day-topics"), (fourth.Problem!.Kind, fourth.Problem.Code));
        scene.Time.Pass(TimeSpan.FromDays(1));
        Assert.True((await scene.Start(fresh)).Ok);
    }

    [Fact]
    public async Task A_held_first_topic_is_counted_only_once_it_is_let_through()
    {
        await using var scene = await ForumScene.Start();
        await scene.Community.Arrange(db => db.Site.Add(new SiteSettings { HoldsFirstPosts = true }));

        var started = ForumScene.Must(await scene.Start(scene.Newcomer, tags: "tin"));
        Assert.True(started.IsHeld);
        Assert.Equal((0, 0), ((await scene.ReadForum("help")).TopicCount, (await scene.ReadMember(scene.Newcomer)).PostCount));
        Assert.Equal(ProblemKind.NotFound, (await scene.Reply(scene.Ben, started.Number)).Problem!.Kind);
        Assert.Equal("topic-not-visible", (await scene.Reply(scene.Moderator, started.Number)).Problem!.Code);

        ForumScene.Must(await scene.Bring(scene.Moderator, (await scene.ReadPost(started.Number, 1)).Id, PostState.Visible, reason: null));

        Assert.Equal((1, 1), ((await scene.ReadForum("help")).TopicCount, (await scene.ReadMember(scene.Newcomer)).TopicCount));
        Assert.NotNull((await scene.ReadMember(scene.Newcomer)).FirstPostApprovedAt);
        scene.Time.Pass(TimeSpan.FromMinutes(1));
        Assert.False(ForumScene.Must(await scene.Start(scene.Newcomer, body: "And one more question about boxes made of tin.")).IsHeld);
        Assert.Empty(await scene.Differences());
    }
}
