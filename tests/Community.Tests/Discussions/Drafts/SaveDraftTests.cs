using Community.Discussions.Contract;
using Community.Discussions.Drafts;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Discussions.Drafts;

public sealed class SaveDraftTests
{
    [Fact]
    public async Task What_was_saved_is_there_again()
    {
        await using var scene = await DraftScene.Start();
        var text = new DraftText { Title = "Oil", Body = "One line\r\nand another", Tags = "oil, tin", Reason = "a slip", ReplyToNumber = 1, Version = 3 };

        var saved = await scene.Get<SaveDraft>().Run(scene.Ben, new SaveDraft.Input(scene.Reply, 1, text, Guid.NewGuid()));

        Assert.Null(saved.Problem);
        Assert.Equal(new DraftView(scene.Reply, text with { Body = "One line\nand another" }, 1, scene.Forum.Time.Now), await scene.Read(scene.Ben, scene.Reply));
    }

    [Fact]
    public async Task Each_member_and_each_place_has_its_own()
    {
        await using var scene = await DraftScene.Start();
        var start = DraftPlace.Topic((await scene.Forum.ReadForum("help")).Id);

        await scene.Save(scene.Ben, scene.Reply, 1, "of Ben");
        await scene.Save(scene.Aki, scene.Reply, 1, "of Aki");
        await scene.Save(scene.Ben, start, 1, "a topic of Ben");

        Assert.Equal("of Ben", (await scene.Read(scene.Ben, scene.Reply))?.Text.Body);
        Assert.Equal("of Aki", (await scene.Read(scene.Aki, scene.Reply))?.Text.Body);
        Assert.Equal("a topic of Ben", (await scene.Read(scene.Ben, start))?.Text.Body);
        Assert.Null(await scene.Read(Actor.Visitor, scene.Reply));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Of_two_tabs_the_one_that_is_behind_loses_and_is_told_what_is_stored(long sequence)
    {
        await using var scene = await DraftScene.Start();
        await scene.Save(scene.Ben, scene.Reply, 1, "in the first tab");
        await scene.Save(scene.Ben, scene.Reply, 2, "still in the first tab");

        var refused = await scene.Save(scene.Ben, scene.Reply, sequence, "in the second tab");

        Assert.Equal((ProblemKind.Conflict, "draft-stale"), (refused.Problem!.Kind, refused.Problem.Code));
        Assert.Equal(2L, refused.Problem.Args!["sequence"]);
        Assert.Equal("still in the first tab", ((DraftText)refused.Problem.Args["text"]).Body);
        Assert.Equal("still in the first tab", (await scene.Read(scene.Ben, scene.Reply))?.Text.Body);
    }

    [Fact]
    public async Task Of_two_saves_at_once_one_is_stored_and_the_other_told()
    {
        await using var scene = await DraftScene.Start();

        var saves = await Task.WhenAll(Enumerable.Range(0, 8).Select(tab => scene.Save(scene.Ben, scene.Reply, 1, $"in tab {tab}")));

        var winner = Assert.Single(saves.Index(), save => save.Item.Ok).Index;
        Assert.Equal($"in tab {winner}", (await scene.Read(scene.Ben, scene.Reply))?.Text.Body);
        Assert.All(saves.Where(save => !save.Ok), save => Assert.Equal("draft-stale", save.Problem!.Code));
    }

    [Fact]
    public async Task Whoever_empties_the_form_has_no_draft()
    {
        await using var scene = await DraftScene.Start();
        await scene.Save(scene.Ben, scene.Reply, 1);

        await scene.Save(scene.Ben, scene.Reply, 2, " \n");

        Assert.Null(await scene.Read(scene.Ben, scene.Reply));
    }

    [Fact]
    public async Task A_place_that_one_cannot_find_takes_none_and_says_no_more()
    {
        await using var scene = await DraftScene.Start();
        var secret = DraftPlace.Reply((await scene.Forum.ReadTopic(await scene.Forum.Topic(scene.Forum.Moderator, forum: "staff-room"))).Id);
        var room = DraftPlace.Topic((await scene.Forum.ReadForum("staff-room")).Id);
        var opening = DraftPlace.Edit((await scene.Forum.ReadPost(scene.Topic, 1)).Id);

        foreach (var place in new[] { secret, room, opening, DraftPlace.Reply(1), DraftPlace.Topic(1), DraftPlace.Edit(1) })
            Assert.Equal(Problem.NotFound(), (await scene.Save(scene.Ben, place, 1)).Problem);
        Assert.Equal(0, await scene.Forum.Community.Read(db => db.Drafts.CountAsync()));
    }

    [Fact]
    public async Task Whoever_loses_the_right_while_writing_keeps_on_saving()
    {
        await using var scene = await DraftScene.Start();
        await scene.Save(scene.Ben, scene.Reply, 1);

        var suspended = await scene.Save(scene.Ben with { SuspendedUntil = scene.Forum.Time.Now.AddDays(1) }, scene.Reply, 2, "and more");
        var unseeing = await scene.Save(scene.Ben with { Audiences = [] }, scene.Reply, 3, "and still more");

        Assert.True(suspended.Ok && unseeing.Ok);
        Assert.Equal("and still more", (await scene.Read(scene.Ben, scene.Reply))?.Text.Body);
    }

    [Fact]
    public async Task Whoever_may_not_write_begins_none()
    {
        await using var scene = await DraftScene.Start();

        Assert.Equal("sign-in", (await scene.Save(Actor.Visitor, scene.Reply, 1)).Problem?.Code);
        Assert.Equal("confirm-email", (await scene.Save(scene.Ben with { IsUnconfirmed = true }, scene.Reply, 1)).Problem?.Code);
        Assert.Equal("suspended", (await scene.Save(scene.Ben with { SuspendedUntil = scene.Forum.Time.Now.AddDays(1) }, scene.Reply, 1)).Problem?.Code);
    }

    [Fact]
    public async Task A_member_has_so_many_and_no_more()
    {
        await using var scene = await DraftScene.Start(("Community:Limits:MaxDrafts", "1"));
        await scene.Save(scene.Ben, scene.Reply, 1);
        var start = DraftPlace.Topic((await scene.Forum.ReadForum("help")).Id);

        var refused = await scene.Save(scene.Ben, start, 1);

        Assert.Equal("too-many-drafts", refused.Problem?.Code);
        Assert.Equal(1, refused.Problem?.Args?["max"]);
        Assert.True((await scene.Save(scene.Ben, scene.Reply, 2, "the one that there is")).Ok);
        Assert.True((await scene.Save(scene.Aki, start, 1)).Ok);
    }

    [Fact]
    public async Task What_is_longer_than_a_post_is_refused()
    {
        await using var scene = await DraftScene.Start(("Community:Limits:MaxBody", "1000"));

        Assert.Equal("body-too-long", (await scene.Save(scene.Ben, scene.Reply, 1, new string('a', 1001))).Problem?.Code);
        Assert.Equal("draft-too-long", (await scene.Save(scene.Ben, scene.Reply, 1, title: new string('a', 1001))).Problem?.Code);
        Assert.Equal("text-nul", (await scene.Save(scene.Ben, scene.Reply, 1, "a\0b")).Problem?.Code);
        Assert.True((await scene.Save(scene.Ben, scene.Reply, 1, "a")).Ok);
    }

    [Theory]
    [InlineData("")]
    [InlineData("reply")]
    [InlineData("reply:")]
    [InlineData("reply:-1")]
    [InlineData("reply:1:2")]
    [InlineData("Reply:1")]
    [InlineData("0:1")]
    [InlineData("letter:1")]
    [InlineData("reply:99999999999999999999")]
    public void What_is_no_place_is_not_read_as_one(string text) => Assert.Null(DraftPlace.Read(text));

    [Theory]
    [InlineData("reply:1", DraftKind.Reply)]
    [InlineData("topic:1", DraftKind.Topic)]
    [InlineData("edit:1", DraftKind.Edit)]
    public void A_place_is_read_as_it_is_written(string text, DraftKind kind)
    {
        Assert.Equal(new DraftPlace(kind, 1), DraftPlace.Read(text));
        Assert.Equal(text, new DraftPlace(kind, 1).ToString());
    }
}
