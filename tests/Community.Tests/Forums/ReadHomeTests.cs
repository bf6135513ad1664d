using Community.Forums;
using Community.Shared;
using Community.Tests.Support;

namespace Community.Tests.Forums;

public sealed class ReadHomeTests
{
    [Fact]
    public async Task Home_shows_what_is_lively_latest_and_unanswered_and_nothing_of_the_staff_room()
    {
        await using var scene = await ForumScene.Start();
        var quiet = await scene.Topic();
        var lively = await scene.Topic();
        var reply = await scene.Answer(scene.Ben, lively);
        ForumScene.Must(await scene.React(scene.Aki, reply.PostId));
        await scene.Topic(scene.Moderator, forum: "staff-room");

        var home = await scene.Community.Get<ReadHome>().Run(Actor.Visitor);

        Assert.Equal([lively], home.Lively.Select(t => t.Number));
        Assert.Equal([lively, quiet], home.Latest.Select(t => t.Number));
        Assert.Equal([quiet], home.Unanswered.Select(t => t.Number));
    }

    [Fact]
    public async Task The_first_reply_that_counts_is_somebody_elses_and_too_few_say_nothing()
    {
        await using var scene = await ForumScene.Start();
        foreach (var minutes in new[] { 10, 30, 300 })
        {
            var topic = await scene.Topic();
            scene.Time.Pass(TimeSpan.FromMinutes(5));
            ForumScene.Must(await scene.Reply(scene.Aki, topic));
            scene.Time.Pass(TimeSpan.FromMinutes(minutes - 5));
            ForumScene.Must(await scene.Reply(scene.Ben, topic));
            if (minutes == 30)
                Assert.Null((await scene.Community.Get<ReadPulse>().Run()).MedianFirstReply);
        }

        scene.Time.Pass(TimeSpan.FromMinutes(2));
        var pulse = await scene.Community.Get<ReadPulse>().Run();

        Assert.Equal(TimeSpan.FromMinutes(30), pulse.MedianFirstReply);
        Assert.Equal((5, 9), (pulse.Members, pulse.PostsThisWeek));
    }

    [Fact]
    public async Task The_figures_speak_of_what_everybody_may_read()
    {
        await using var scene = await ForumScene.Start();
        await scene.OpenForum("members-only", Audience.Members);
        await scene.Topic();
        foreach (var forum in (string[])["staff-room", "members-only"])
        {
            for (var i = 0; i < 3; i++)
                await scene.Answer(scene.Admin, await scene.Topic(scene.Moderator, forum: forum));
        }

        var pulse = await scene.Community.Get<ReadPulse>().Run();

        Assert.Equal((1, null), (pulse.PostsThisWeek, pulse.MedianFirstReply));
    }

    [Fact]
    public async Task The_first_person_is_counted_at_once()
    {
        await using var community = await TestCommunity.Start();
        var before = await community.Get<ReadPulse>().Run();
        await community.Person("olga", Role.Owner);

        var after = await community.Get<ReadPulse>().Run();

        Assert.Equal((0, 1), (before.Members, after.Members));
    }

    [Fact]
    public async Task What_is_older_than_a_week_is_no_news()
    {
        await using var scene = await ForumScene.Start();
        await scene.Topic();
        scene.Time.Pass(TimeSpan.FromDays(8));

        Assert.Equal(0, (await scene.Community.Get<ReadPulse>().Run()).PostsThisWeek);
    }

    [Fact]
    public async Task Answers_of_the_team_are_shown_with_their_topic()
    {
        await using var scene = await ForumScene.Start();
        var team = await scene.Community.Person("team", Role.Brand);
        var topic = await scene.Topic();
        await scene.Answer(team, topic);
        await scene.Answer(scene.Ben, topic);

        var official = (await scene.Community.Get<ReadHome>().Run(Actor.Visitor)).Official;

        Assert.Equal((topic, 2, "team"), official.Select(o => (o.SubjectNumber, o.Number, o.Author.Handle)).Single());
    }
}
