using Community.Discussions;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Discussions;

public sealed class EditPostTests
{
    private const string Rewritten = "I wrote something quite different before, and now I say at length that a new clasp from the shop is the better choice for such a box.";

    [Fact]
    public async Task A_slip_mended_at_once_leaves_no_trace()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        await scene.Answer(scene.Ben, number);
        var post = await scene.ReadPost(number, 2);

        scene.Time.Pass(TimeSpan.FromMinutes(5));
        ForumScene.Must(await Edit(scene, scene.Ben, post, post.Body.Replace("drop", "tiny drop", StringComparison.Ordinal)));

        var after = await scene.ReadPost(number, 2);
        Assert.Equal((0, (DateTimeOffset?)null, 2), (after.RevisionCount, after.EditedAt, after.Version));
        Assert.Contains("tiny drop", after.Html, StringComparison.Ordinal);
        Assert.True(after.ChangeNumber > post.ChangeNumber);
    }

    [Theory]
    [InlineData(5.1, false, false)]
    [InlineData(1, true, false)]
    [InlineData(1, false, true)]
    public async Task Late_large_or_answered_edits_keep_what_stood_before(double minutes, bool large, bool answered)
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        await scene.Answer(scene.Ben, number);
        var post = await scene.ReadPost(number, 2);
        if (answered)
            ForumScene.Must(await scene.Reply(scene.Aki, number));

        scene.Time.Pass(TimeSpan.FromMinutes(minutes));
        ForumScene.Must(await Edit(scene, scene.Ben, post, large ? Rewritten : post.Body + "!"));

        var after = await scene.ReadPost(number, 2);
        var revision = await scene.Community.Read(db => db.Revisions.SingleAsync());
        Assert.Equal((1, scene.Time.Now), (after.RevisionCount, after.EditedAt));
        Assert.Equal((post.Body, 1, scene.Ben.MemberId), (revision.Body, revision.Number, revision.EditorId));
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task A_day_has_its_number_of_edits_and_slips_do_not_count()
    {
        await using var scene = await ForumScene.Start(("Community:Limits:EditsPerDay", "1"));
        var number = await scene.Topic();
        await scene.Answer(scene.Newcomer, number);
        ForumScene.Must(await scene.Reply(scene.Aki, number));
        ForumScene.Must(await Edit(scene, scene.Newcomer, await scene.ReadPost(number, 2), Rewritten));

        var second = await Edit(scene, scene.Newcomer, await scene.ReadPost(number, 2), Rewritten + " Or two.");
        await scene.Answer(scene.Newcomer, number);
        var slip = await Edit(scene, scene.Newcomer, await scene.ReadPost(number, 4), (await scene.ReadPost(number, 4)).Body + "!");

        Assert.Equal((ProblemKind.TooFast, "edits-per-day"), (second.Problem!.Kind, second.Problem.Code));
        Assert.True(slip.Ok);
        Assert.Equal(Rewritten, (await scene.ReadPost(number, 2)).Body);
    }

    [Fact]
    public async Task Of_two_edits_from_one_version_the_second_is_told_what_stands_there_now()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var post = await scene.ReadPost(number, 1);

        var edits = await Task.WhenAll(
            Task.Run(() => Edit(scene, scene.Aki, post, Rewritten)),
            Task.Run(() => Edit(scene, scene.Aki, post, Rewritten + " Or not.")));

        var conflict = Assert.Single(edits, e => !e.Ok).Problem!;
        var now = await scene.ReadPost(number, 1);
        Assert.Equal((ProblemKind.Conflict, "edit-conflict"), (conflict.Kind, conflict.Code));
        Assert.Equal((now.Body, 2), (conflict.Args!["body"], conflict.Args["version"]));
    }

    [Fact]
    public async Task An_opening_changes_its_title_and_tags_with_it_and_the_counts_follow()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic(tags: "tin, box");
        var post = await scene.ReadPost(number, 1);

        ForumScene.Must(await Edit(scene, scene.Aki, post, post.Body, "How do you mend a wooden box?", "box, wood"));

        var topic = await scene.ReadTopic(number);
        var revision = await scene.Community.Read(db => db.Revisions.SingleAsync());
        Assert.Equal(("How do you mend a wooden box?", "how-do-you-mend-a-wooden-box"), (topic.Title, topic.Slug));
        Assert.Equal(("How do you mend a tin box?", "tin, box"), (revision.Title, revision.Tags));
        Assert.Equal(["box:1", "tin:0", "wood:1"], await scene.Community.Read(db => db.Tags.OrderBy(t => t.Key).Select(t => t.Key + ":" + t.Count).ToListAsync()));
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task Saving_without_a_change_changes_nothing()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic(tags: "tin");
        var post = await scene.ReadPost(number, 1);

        ForumScene.Must(await Edit(scene, scene.Aki, post, post.Body, "How do you mend a tin box?", "Tin"));

        Assert.Equivalent(post, await scene.ReadPost(number, 1));
    }

    [Theory]
    [InlineData(TrustLevel.New, 24)]
    [InlineData(TrustLevel.Member, 24 * 30)]
    public async Task The_window_closes_after_a_day_for_the_new_and_a_month_for_the_known(TrustLevel trust, int hours)
    {
        await using var scene = await ForumScene.Start();
        var author = await scene.Community.Person("writer", trust: trust);
        var number = await scene.Topic(author);

        scene.Time.Pass(TimeSpan.FromHours(hours));
        var inTime = await Edit(scene, author, await scene.ReadPost(number, 1), Rewritten);
        scene.Time.Pass(TimeSpan.FromSeconds(1));
        var late = await Edit(scene, author, await scene.ReadPost(number, 1), ForumScene.Body);

        Assert.True(inTime.Ok);
        Assert.Equal((ProblemKind.Forbidden, "edit-window-over"), (late.Problem!.Kind, late.Problem.Code));
    }

    [Fact]
    public async Task Staff_edit_their_own_posts_without_end_and_moderators_those_of_others_with_a_reason()
    {
        await using var scene = await ForumScene.Start();
        var brand = await scene.Community.Person("brandy", Role.Brand);
        var number = await scene.Topic(brand);
        scene.Time.Pass(TimeSpan.FromDays(90));

        ForumScene.Must(await Edit(scene, brand, await scene.ReadPost(number, 1), Rewritten));
        var post = await scene.ReadPost(number, 1);
        Assert.Equal("reason-required", (await Edit(scene, scene.Moderator, post, ForumScene.Body)).Problem!.Code);
        Assert.Equal("not-your-post", (await Edit(scene, scene.Ben, post, ForumScene.Body)).Problem!.Code);
        ForumScene.Must(await Edit(scene, scene.Moderator, post, ForumScene.Body, reason: "Removed an address"));

        var last = await scene.Community.Read(db => db.Revisions.OrderBy(r => r.Number).LastAsync());
        Assert.Equal(("Removed an address", scene.Moderator.MemberId), (last.Reason, last.EditorId));
        Assert.Equal("edit-post", Assert.Single(scene.Community.Get<Heard<StaffActed>>().Events).Action);
    }

    [Fact]
    public async Task What_the_actor_may_not_see_is_not_there_and_what_was_taken_away_stays()
    {
        await using var scene = await ForumScene.Start();
        var secret = await scene.Topic(scene.Moderator, forum: "staff-room");
        var number = await scene.Topic();
        var hidden = await scene.Answer(scene.Ben, number);
        ForumScene.Must(await scene.Bring(scene.Moderator, hidden.PostId, PostState.Hidden));

        Assert.Equal(ProblemKind.NotFound, (await Edit(scene, scene.Ben, await scene.ReadPost(secret, 1), Rewritten)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await Edit(scene, scene.Aki, await scene.ReadPost(number, 2), Rewritten)).Problem!.Kind);
        Assert.Equal("post-taken-away", (await Edit(scene, scene.Ben, await scene.ReadPost(number, 2), Rewritten)).Problem!.Code);
        Assert.Equal("suspended", (await Edit(scene, scene.Aki with { SuspendedUntil = scene.Time.Now.AddDays(1) }, await scene.ReadPost(number, 1), Rewritten)).Problem!.Code);
    }

    [Theory]
    [InlineData("short", null, null, "body-too-short", "body")]
    [InlineData(Rewritten, "short", null, "title-too-short", "title")]
    [InlineData(Rewritten, null, "a,b,c,d,e,f", "too-many-tags", "tags")]
    public async Task The_limits_of_writing_hold_for_edits(string body, string? title, string? tags, string code, string field)
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();

        var result = await Edit(scene, scene.Aki, await scene.ReadPost(number, 1), body, title, tags);

        Assert.Equal((code, field), (result.Problem!.Code, result.Problem.Field));
    }

    [Fact]
    public async Task An_imported_text_that_is_too_long_may_be_mended_but_not_lengthened()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var longText = string.Concat(Enumerable.Repeat("long words ", 4_000));
        await scene.Community.Change(db => db.Posts.ExecuteUpdateAsync(p => p.SetProperty(x => x.Body, longText)));
        var post = await scene.ReadPost(number, 1);

        Assert.Equal("body-too-long", (await Edit(scene, scene.Aki, post, longText + "and more")).Problem!.Code);
        ForumScene.Must(await Edit(scene, scene.Aki, post, "L" + longText[1..]));
    }

    [Fact]
    public async Task The_history_tells_each_text_with_who_wrote_it_when()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic(tags: "tin");
        scene.Time.Pass(TimeSpan.FromHours(1));
        ForumScene.Must(await Edit(scene, scene.Aki, await scene.ReadPost(number, 1), Rewritten, "How do you mend a wooden box?", "wood"));
        scene.Time.Pass(TimeSpan.FromHours(1));
        ForumScene.Must(await Edit(scene, scene.Moderator, await scene.ReadPost(number, 1), ForumScene.Body, reason: "Back to the question"));

        var view = ForumScene.Must(await scene.Community.Get<ReadRevisions>().Run(Actor.Visitor, (await scene.ReadPost(number, 1)).Id));

        Assert.Equal([ForumScene.Body, Rewritten, ForumScene.Body], view.Versions.Select(v => v.Body));
        Assert.Equal(["aki", "aki", "mia"], view.Versions.Select(v => v.By!.Handle));
        Assert.Equal(["How do you mend a tin box?", "How do you mend a wooden box?", "How do you mend a wooden box?"], view.Versions.Select(v => v.Title));
        Assert.Equal(["tin", "wood", "wood"], view.Versions.Select(v => v.Tags));
        Assert.Equal((null, "Back to the question", scene.Time.Now), (view.Versions[1].Reason, view.Versions[2].Reason, view.Versions[2].At));
        Assert.Equal("/t/1/how-do-you-mend-a-wooden-box", view.Path);
    }

    [Fact]
    public async Task The_history_of_what_may_not_be_read_is_not_there()
    {
        await using var scene = await ForumScene.Start();
        var number = await scene.Topic();
        var reply = await scene.Answer(scene.Ben, number);
        ForumScene.Must(await scene.Bring(scene.Moderator, reply.PostId, PostState.Hidden));
        var read = scene.Community.Get<ReadRevisions>();

        Assert.Equal(ProblemKind.NotFound, (await read.Run(scene.Aki, reply.PostId)).Problem!.Kind);
        Assert.True((await read.Run(scene.Moderator, reply.PostId)).Ok);
    }

    private static Task<Result<int>> Edit(ForumScene scene, Actor actor, Post post, string body, string? title = null, string? tags = null, string? reason = null) =>
        scene.Community.Get<EditPost>().Run(actor, new EditPost.Input(post.Id, post.Version, body, title, tags, reason));
}
