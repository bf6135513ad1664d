using Community.Discussions;
using Community.Discussions.Contract;
using Community.Discussions.Drafts;
using Community.Forums;
using Community.Shared;
using Community.Tests.Support;

namespace Community.Tests.Discussions.Drafts;

/// <summary>A draft ends in the transaction that sends it, when it is thrown away, and after half a year.</summary>
public sealed class EndOfDraftsTests
{
    [Fact]
    public async Task Posting_a_reply_ends_the_draft_of_its_form()
    {
        await using var scene = await DraftScene.Start();
        var key = Guid.NewGuid();
        await scene.Save(scene.Ben, scene.Reply, 1, key: key);

        await scene.Forum.Reply(scene.Ben, scene.Topic, key: key);

        Assert.Null(await scene.Read(scene.Ben, scene.Reply));
    }

    [Fact]
    public async Task Posting_what_was_gone_on_with_ends_the_draft()
    {
        await using var scene = await DraftScene.Start();
        await scene.Save(scene.Ben, scene.Reply, 3);

        await scene.Get<PostReply>().Run(scene.Ben, new PostReply.Input(scene.Topic, "A drop of oil, and then some patience.", null, Guid.NewGuid(), Draft: 3));

        Assert.Null(await scene.Read(scene.Ben, scene.Reply));
    }

    [Fact]
    public async Task Posting_another_text_leaves_the_draft()
    {
        await using var scene = await DraftScene.Start();
        await scene.Save(scene.Ben, scene.Reply, 3);

        await scene.Forum.Reply(scene.Ben, scene.Topic);

        Assert.Equal(DraftScene.Words, (await scene.Read(scene.Ben, scene.Reply))?.Text.Body);
    }

    [Fact]
    public async Task _11_A_form_that_is_sent_ends_whichever_draft_its_place_has()
    {
        await using var scene = await DraftScene.Start();
        await scene.Save(scene.Ben, scene.Reply, 3);
        await scene.Save(scene.Aki, scene.Reply, 3);

        await scene.Get<PostReply>().Run(scene.Ben, new PostReply.Input(scene.Topic, "Something else, and some patience.", null, Guid.NewGuid(), DraftQueries.Whichever));

        Assert.Null(await scene.Read(scene.Ben, scene.Reply));
        Assert.NotNull(await scene.Read(scene.Aki, scene.Reply));
    }

    [Fact]
    public async Task A_reply_that_is_refused_leaves_the_draft()
    {
        await using var scene = await DraftScene.Start();
        var key = Guid.NewGuid();
        await scene.Save(scene.Ben, scene.Reply, 1, key: key);

        var refused = await scene.Forum.Reply(scene.Ben, scene.Topic, "A drop of oil, in answer to nobody.", to: 99, key: key);

        Assert.Equal("reply-to-unknown", refused.Problem?.Code);
        Assert.NotNull(await scene.Read(scene.Ben, scene.Reply));
    }

    [Fact]
    public async Task A_save_that_comes_after_its_post_brings_nothing_back()
    {
        await using var scene = await DraftScene.Start();
        var key = Guid.NewGuid();
        await scene.Forum.Reply(scene.Ben, scene.Topic, key: key);

        var late = await scene.Save(scene.Ben, scene.Reply, 1, key: key);

        Assert.True(late.Ok);
        Assert.Null(await scene.Read(scene.Ben, scene.Reply));
    }

    [Fact]
    public async Task Starting_a_topic_ends_its_draft()
    {
        await using var scene = await DraftScene.Start();
        var (key, place) = (Guid.NewGuid(), DraftPlace.Topic((await scene.Forum.ReadForum("help")).Id));
        await scene.Save(scene.Ben, place, 1, key: key);

        await scene.Forum.Start(scene.Ben, key: key);

        Assert.Null(await scene.Read(scene.Ben, place));
    }

    [Fact]
    public async Task Saving_an_edit_ends_its_draft_and_a_late_save_brings_nothing_back()
    {
        await using var scene = await DraftScene.Start();
        var post = await scene.Forum.ReadPost(scene.Topic, 1);
        var (key, place, body) = (Guid.NewGuid(), DraftPlace.Edit(post.Id), post.Body + " A box of tin, that is.");
        await scene.Save(scene.Aki, place, 1, body, key, version: 1);

        await scene.Get<EditPost>().Run(scene.Aki, new EditPost.Input(post.Id, 1, body, FormKey: key));
        await scene.Save(scene.Aki, place, 2, body, key, version: 1);

        Assert.Null(await scene.Read(scene.Aki, place));
    }

    [Fact]
    public async Task An_edit_from_an_older_version_leaves_its_draft()
    {
        await using var scene = await DraftScene.Start();
        var post = await scene.Forum.ReadPost(scene.Topic, 1);
        var (key, place) = (Guid.NewGuid(), DraftPlace.Edit(post.Id));
        await scene.Save(scene.Aki, place, 1, post.Body + " Mine.", key, version: 1);
        await scene.Get<EditPost>().Run(scene.Aki, new EditPost.Input(post.Id, 1, post.Body + " From another tab."));

        var refused = await scene.Get<EditPost>().Run(scene.Aki, new EditPost.Input(post.Id, 1, post.Body + " Mine.", FormKey: key));

        Assert.Equal("edit-conflict", refused.Problem?.Code);
        Assert.Equal(1, (await scene.Read(scene.Aki, place))?.Text.Version);
    }

    [Fact]
    public async Task One_throws_away_ones_own_and_nobody_elses()
    {
        await using var scene = await DraftScene.Start();
        await scene.Save(scene.Ben, scene.Reply, 1);
        await scene.Save(scene.Aki, scene.Reply, 1);

        var done = await scene.Get<DiscardDraft>().Run(scene.Ben, scene.Reply);
        var again = await scene.Get<DiscardDraft>().Run(scene.Ben, scene.Reply);

        Assert.True(done.Ok && again.Ok);
        Assert.Equal("sign-in", (await scene.Get<DiscardDraft>().Run(Actor.Visitor, scene.Reply)).Problem?.Code);
        Assert.Null(await scene.Read(scene.Ben, scene.Reply));
        Assert.NotNull(await scene.Read(scene.Aki, scene.Reply));
    }

    [Fact]
    public async Task Half_a_year_after_the_last_save_a_draft_is_forgotten()
    {
        await using var scene = await DraftScene.Start();
        await scene.Save(scene.Ben, scene.Reply, 1);
        scene.Forum.Time.Pass(TimeSpan.FromDays(1));
        await scene.Save(scene.Aki, scene.Reply, 1);
        scene.Forum.Time.Pass(TimeSpan.FromDays(179.5));

        await scene.Get<ForgetOldDrafts>().Run();

        Assert.Null(await scene.Read(scene.Ben, scene.Reply));
        Assert.NotNull(await scene.Read(scene.Aki, scene.Reply));
    }

    [Fact]
    public async Task The_list_names_the_places_that_can_be_found_and_nothing_of_the_others()
    {
        await using var scene = await DraftScene.Start();
        var start = DraftPlace.Topic((await scene.Forum.ReadForum("help")).Id);
        var post = await scene.Forum.ReadPost(scene.Topic, 1);
        await scene.Save(scene.Aki, start, 1, title: "A new one");
        scene.Forum.Time.Pass(TimeSpan.FromMinutes(1));
        await scene.Save(scene.Aki, DraftPlace.Edit(post.Id), 1);
        scene.Forum.Time.Pass(TimeSpan.FromMinutes(1));
        await scene.Save(scene.Aki, scene.Reply, 1);

        var all = await scene.Get<ListDrafts>().Run(scene.Aki);
        var shutOut = await scene.Get<ListDrafts>().Run(scene.Aki with { Audiences = [] });

        Assert.Equal(["How do you mend a tin box?", "How do you mend a tin box?", "help"], all.Select(line => line.Where?.Name.Text.En));
        Assert.Equal([$"/t/{scene.Topic}/how-do-you-mend-a-tin-box", $"/p/{post.Id}/edit", "/forums/help/new"], all.Select(line => line.Where?.Name.Path));
        Assert.All(all, line => Assert.Null(line.Where?.WhyNotSend));
        Assert.All(shutOut, line => Assert.Null(line.Where));
        Assert.Equal(DraftScene.Words, shutOut[0].Draft.Text.Body);
        Assert.Empty(await scene.Get<ListDrafts>().Run(Actor.Visitor));
    }

    [Fact]
    public async Task The_list_says_what_keeps_a_draft_from_being_sent()
    {
        await using var scene = await DraftScene.Start();
        await scene.Save(scene.Ben, scene.Reply, 1);
        ForumScene.Must(await scene.Get<LockTopic>().Run(scene.Forum.Moderator, new LockTopic.Input(scene.Topic, true, "It is settled")));

        var line = Assert.Single(await scene.Get<ListDrafts>().Run(scene.Ben));

        Assert.Equal("topic-locked", line.Where?.WhyNotSend?.Code);
        Assert.NotNull(line.Where?.Name.Path);
    }
}
