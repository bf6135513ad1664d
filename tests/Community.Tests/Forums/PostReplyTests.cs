using Community.Forums;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Forums;

public sealed class PostReplyTests
{
    [Fact]
    public async Task A_reply_takes_the_next_number_and_lifts_the_topic()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();

        var reply = await scene.Answer(scene.Ben, number);

        var topic = await scene.ReadTopic(number);
        Assert.Equal(2, reply.Number);
        Assert.Equal((1, reply.PostId, scene.Ben.MemberId, scene.Time.Now), (topic.ReplyCount, topic.LastPostId, topic.LastPosterId, topic.LastPostAt));
        Assert.Equal((2, scene.Time.Now), ((await scene.ReadForum("help")).PostCount, (await scene.ReadForum("help")).LastPostAt));
        Assert.Equal(2, (await scene.Community.Read(db => db.Discussions.SingleAsync())).ChangeNumber);
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task Sixteen_at_once_get_dense_numbers_and_nobody_is_lost()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var people = new List<Actor>();
        for (var n = 0; n < 16; n++)
            people.Add(await scene.Community.Person($"writer{n}"));

        var replies = await Task.WhenAll(people.Select(p => Task.Run(() => scene.Reply(p, number))));

        Assert.All(replies, r => Assert.Null(r.Problem));
        Assert.Equal(Enumerable.Range(2, 16), replies.Select(r => r.Value!.Number).Order());
        Assert.Equal(16, (await scene.ReadTopic(number)).ReplyCount);
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task The_same_key_sent_many_times_at_once_posts_once()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var key = Guid.NewGuid();

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => scene.Reply(scene.Ben, number, "Once is enough for all of us.", key: key))));

        Assert.Single(replies.Select(r => ForumScene.Must(r)).Distinct());
        Assert.Equal(1, (await scene.ReadTopic(number)).ReplyCount);
    }

    [Fact]
    public async Task Two_different_replies_of_one_person_at_once_are_one_too_many()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();

        var replies = await Task.WhenAll(Enumerable.Range(0, 2).Select(n => Task.Run(() => scene.Reply(scene.Ben, number, $"This is answer {n} of the same person."))));

        Assert.Equal("post-too-soon", Assert.Single(replies, r => !r.Ok).Problem!.Code);
    }

    [Fact]
    public async Task A_pause_of_five_seconds_is_enough_and_a_newcomer_waits_thirty()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        await scene.Answer(scene.Ben, number);
        await scene.Reply(scene.Newcomer, number);

        scene.Time.Pass(TimeSpan.FromSeconds(4.2));
        var tooSoon = await scene.Reply(scene.Ben, number);
        scene.Time.Pass(TimeSpan.FromSeconds(0.8));
        var inTime = await scene.Reply(scene.Ben, number);
        var newcomer = await scene.Reply(scene.Newcomer, number);

        Assert.Equal((ProblemKind.TooFast, 1), (tooSoon.Problem!.Kind, tooSoon.Problem.Args!["seconds"]));
        Assert.True(inTime.Ok);
        Assert.Equal(25, newcomer.Problem!.Args!["seconds"]);
    }

    [Fact]
    public async Task The_same_words_within_five_minutes_are_refused_for_staff_too()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var other = await scene.Topic(scene.Ben);
        const string words = "A drop of oil, and patience, every time.";
        ForumScene.Must(await scene.Reply(scene.Moderator, number, words));

        var repeated = await scene.Reply(scene.Moderator, other, words);
        scene.Time.Pass(TimeSpan.FromMinutes(5));
        var later = await scene.Reply(scene.Moderator, other, words);

        Assert.Equal(("body-repeated", "body", 5), (repeated.Problem!.Code, repeated.Problem.Field, repeated.Problem.Args!["minutes"]));
        Assert.True(later.Ok);
    }

    [Theory]
    [InlineData("Too short", "body-too-short")]
    [InlineData("短すぎます", "body-too-short")]
    [InlineData("\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B", "body-too-short")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaa", "body-too-uniform")]
    [InlineData(null, "body-too-short")]
    [InlineData("Something with \0 in its middle", "text-nul")]
    public async Task A_body_that_cannot_stand_is_refused_beside_its_field(string? body, string code)
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();

        var result = await scene.Community.Get<PostReply>().Run(scene.Ben, new PostReply.Input(number, body, null, Guid.NewGuid()));

        Assert.Equal((ProblemKind.Invalid, code, "body"), (result.Problem!.Kind, result.Problem.Code, result.Problem.Field));
    }

    [Fact]
    public async Task Too_long_and_too_deep_are_refused()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();

        Assert.Equal("body-too-long", (await scene.Reply(scene.Ben, number, string.Concat(Enumerable.Repeat("words ", 6_000)))).Problem!.Code);
        Assert.Equal("text-too-complex", (await scene.Reply(scene.Ben, number, new string('>', 30_000) + " deep words here")).Problem!.Code);
    }

    [Fact]
    public async Task A_locked_topic_takes_the_moderators_last_word_only()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        ForumScene.Must(await scene.Community.Get<LockTopic>().Run(scene.Moderator, new LockTopic.Input(number, true, "Solved")));

        Assert.Equal("topic-locked", (await scene.Reply(scene.Ben, number)).Problem!.Code);
        Assert.True((await scene.Reply(scene.Moderator, number)).Ok);
    }

    [Fact]
    public async Task Replying_needs_the_audience_of_the_forum()
    {
        await using var scene = await ForumScene.Start();
        await scene.OpenForum("news", write: Audience.Staff);
        var news = await scene.Topic(scene.Moderator, forum: "news");
        var secret = await scene.Topic(scene.Moderator, forum: "staff-room");

        Assert.Equal("forum-reply-audience", (await scene.Reply(scene.Ben, news)).Problem!.Code);
        Assert.Equal(ProblemKind.NotFound, (await scene.Reply(scene.Ben, secret)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await scene.Reply(scene.Ben, 999)).Problem!.Kind);
    }

    [Fact]
    public async Task A_reply_may_name_the_post_it_answers_and_only_one_that_was_there()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();

        Assert.Equal("reply-to-unknown", (await scene.Reply(scene.Ben, number, to: 7)).Problem!.Code);
        ForumScene.Must(await scene.Reply(scene.Ben, number, to: 1));
        Assert.Equal(1, (await scene.ReadPost(number, 2)).ReplyToNumber);
    }

    [Fact]
    public async Task A_key_that_started_a_topic_cannot_post_a_reply()
    {
        await using var scene = await ForumScene.Start();
        var key = Guid.NewGuid();
        var number = ForumScene.Must(await scene.Start(scene.Aki, key: key)).Number;

        Assert.Equal("key-used", (await scene.Reply(scene.Aki, number, key: key)).Problem!.Code);
    }

    [Fact]
    public async Task Mentions_of_members_and_quotes_become_links_and_the_house_is_marked_official()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var opening = await scene.ReadPost(number, 1);

        ForumScene.Must(await scene.Reply(scene.Moderator, number, $"[quote={opening.Id}]\nHow do you fix yours?\n[/quote]\n\nThanks @AKI and @nobody-here, oil it."));

        var post = await scene.ReadPost(number, 2);
        Assert.Contains("/members/aki", post.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/members/nobody", post.Html, StringComparison.Ordinal);
        Assert.Contains($"/p/{opening.Id}", post.Html, StringComparison.Ordinal);
        Assert.True(post.IsOfficial);
        Assert.False(opening.IsOfficial);
    }

    [Fact]
    public async Task A_newcomers_image_is_a_link()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        const string body = "Look at my box: ![box](https://example.com/box.png) is it not fine?";

        ForumScene.Must(await scene.Reply(scene.Newcomer, number, body));
        ForumScene.Must(await scene.Reply(scene.Ben, number, body));

        Assert.DoesNotContain("<img", (await scene.ReadPost(number, 2)).Html, StringComparison.Ordinal);
        Assert.Contains("<img", (await scene.ReadPost(number, 3)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_replies_on_the_first_day_are_enough()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        await scene.Community.Data.Write<Done>(async db =>
        {
            await db.Members.Where(m => m.Id == scene.Newcomer.MemberId).ExecuteUpdateAsync(m => m.SetProperty(x => x.JoinedAt, scene.Time.Now));
            return Done.Yes;
        });
        for (var n = 0; n < 10; n++)
            await scene.Answer(scene.Newcomer, number);

        scene.Time.Pass(TimeSpan.FromMinutes(10));

        Assert.Equal("first-day-replies", (await scene.Reply(scene.Newcomer, number)).Problem!.Code);
    }
}
