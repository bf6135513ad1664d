using Community.Discussions;
using Community.Discussions.Contract;
using Community.Discussions.Following;
using Community.Ideas;
using Community.Ideas.Boards;
using Community.Moderation;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Ideas;

public sealed class SetIdeaStatusTests
{
    private const string Answer = "We like it: the lid is on the drawing table, and we hope to show it in spring.";

    [Fact]
    public async Task The_answer_is_pinned_stands_in_the_thread_and_starts_no_second_clock()
    {
        await using var scene = await IdeaScene.Start();
        var idea = await scene.Idea();

        ForumScene.Must(await scene.Bring(scene.Brand, idea, IdeaStatus.Open, "Thank you! We will ask the people who make our lids."));
        var answered = await scene.ReadIdea(idea);
        ForumScene.Must(await scene.Bring(scene.Brand, idea, IdeaStatus.Planned, Answer));

        var view = await scene.View(scene.Ben, idea);
        Assert.Equal(IdeaStatus.Planned, view.Head.Status);
        Assert.Contains("drawing table", view.Answer!.Html);
        Assert.True(view.Answer.IsOfficial);
        Assert.Equal(3, view.Posts.Count);
        Assert.Equal(answered.AnsweredAt, view.Head.AnsweredAt);
        Assert.Equal((IdeaStatus.Open, IdeaStatus.Planned), (Assert.Single(view.History).From, view.History[0].To));
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task What_the_team_says_is_shown_on_the_first_page_to_those_who_may_read_it()
    {
        await using var scene = await IdeaScene.Start();
        await scene.OpenBoard("club", board => board.ReadAudience = Audience.Members);
        var (open, closed, same) = (await scene.Idea(), await scene.Idea(board: "club"), await scene.Idea(title: "A lid that is hot at noon"));
        foreach (var idea in new[] { open, closed, same })
            ForumScene.Must(await scene.Comment(scene.Brand, idea));
        ForumScene.Must(await scene.Comment(scene.Ben, open));
        ForumScene.Must(await scene.Merge(scene.Brand, same, open));

        var comments = scene.Community.Get<ReadOfficialComments>();
        Assert.Equal([(open, 2, "bea")], (await comments.Run(Actor.Visitor, 4)).Select(o => (o.SubjectNumber, o.Number, o.Author.Handle)));
        Assert.Equal([closed, open], (await comments.Run(scene.Aki, 4)).Select(o => o.SubjectNumber));
        Assert.Equal([closed], (await comments.Run(scene.Aki, 1)).Select(o => o.SubjectNumber));
    }

    [Fact]
    public async Task Planned_shipped_and_declined_owe_people_a_sentence()
    {
        await using var scene = await IdeaScene.Start();
        var idea = await scene.Idea();

        foreach (var status in new[] { IdeaStatus.Planned, IdeaStatus.Shipped, IdeaStatus.Declined })
            Assert.Equal("official-text-required", (await scene.Bring(scene.Brand, idea, status)).Problem?.Code);
        ForumScene.Must(await scene.Bring(scene.Brand, idea, IdeaStatus.UnderReview));

        Assert.Equal(IdeaStatus.UnderReview, (await scene.ReadIdea(idea)).Status);
        Assert.Null((await scene.ReadIdea(idea)).AnsweredAt);
    }

    [Fact]
    public async Task Only_moves_of_the_table_and_statuses_of_the_board_and_only_by_the_team()
    {
        await using var scene = await IdeaScene.Start();
        var idea = await scene.Idea();
        await scene.OpenBoard("plain", board => board.Statuses = [IdeaStatus.Shipped]);
        var plain = await scene.Idea(board: "plain");
        ForumScene.Must(await scene.Bring(scene.Brand, idea, IdeaStatus.Shipped, Answer));

        Assert.Equal("idea-move", (await scene.Bring(scene.Brand, idea, IdeaStatus.Expired)).Problem?.Code);
        Assert.Equal("idea-move", (await scene.Bring(scene.Brand, idea, IdeaStatus.Merged)).Problem?.Code);
        Assert.Equal("idea-move", (await scene.Bring(scene.Brand, plain, IdeaStatus.Planned, Answer)).Problem?.Code);
        Assert.Equal("already-handled", (await scene.Bring(scene.Brand, idea, IdeaStatus.InProgress, null, IdeaStatus.Open)).Problem?.Code);
        Assert.Equal("team-only", (await scene.Bring(scene.Aki, idea, IdeaStatus.InProgress)).Problem?.Code);
        Assert.Equal("sign-in", (await scene.Bring(Actor.Visitor, idea, IdeaStatus.InProgress)).Problem?.Code);
        Assert.Equal(ProblemKind.NotFound, (await scene.Bring(scene.Brand, 99, IdeaStatus.InProgress)).Problem?.Kind);
    }

    [Fact]
    public async Task The_same_key_answers_once()
    {
        await using var scene = await IdeaScene.Start();
        var idea = await scene.Idea();
        var input = new SetIdeaStatus.Input(idea, IdeaStatus.Planned, Answer, Guid.NewGuid());
        var act = scene.Community.Get<SetIdeaStatus>();

        ForumScene.Must(await act.Run(scene.Brand, input));
        scene.Time.Pass(TimeSpan.FromMinutes(10));
        ForumScene.Must(await act.Run(scene.Brand, input));

        Assert.Equal(1, (await scene.ReadIdea(idea)).CommentCount);
        Assert.Single(scene.Heard.Events);
    }

    [Fact]
    public async Task Who_must_hear_stands_in_the_event_each_once_over_what_was_merged()
    {
        await using var scene = await IdeaScene.Start();
        var (first, second) = (await scene.Idea(scene.Aki), await scene.Idea(scene.Ben));
        var fans = new List<Actor>();
        foreach (var name in new[] { "chie", "dai", "emi", "fumi", "gen" })
            fans.Add(await scene.Community.Person(name));
        await scene.Backs(fans[0], first, second);
        await scene.Backs(fans[1], second);
        await scene.Backs(scene.Brand, first);
        await Follow(scene, fans[2], second, FollowLevel.Watching);
        await Follow(scene, fans[0], first, FollowLevel.Muted);
        await Follow(scene, fans[3], first, FollowLevel.Normal);
        ForumScene.Must(await scene.Merge(scene.Brand, second, first));

        var merged = scene.Heard.Events[^1];
        ForumScene.Must(await scene.Bring(scene.Brand, first, IdeaStatus.Planned, Answer));
        var planned = scene.Heard.Events[^1];

        Assert.Equal(IdeaStatus.Merged, merged.To);
        Assert.Equal(Ids(scene.Ben, fans[0], fans[1], fans[2]), merged.Hearers.Order());
        Assert.Equal((IdeaStatus.Open, IdeaStatus.Planned), (planned.From, planned.To));
        // Not who said it, not who has muted it, not who looks on.
        Assert.Equal(Ids(scene.Aki, scene.Ben, fans[1], fans[2]), planned.Hearers.Order());
    }

    [Fact]
    public async Task Nobody_hears_of_what_they_may_not_read()
    {
        await using var scene = await IdeaScene.Start();
        await scene.OpenBoard("inside", board => (board.ReadAudience, board.SubmitAudience) = (Audience.Staff, Audience.Staff));
        var idea = await scene.Idea(scene.Aki);
        await scene.Backs(scene.Ben, idea);
        await scene.Backs(scene.Moderator, idea);
        ForumScene.Must(await scene.Community.Get<MoveIdea>().Run(scene.Brand, new(idea, "inside")));

        ForumScene.Must(await scene.Bring(scene.Brand, idea, IdeaStatus.Planned, Answer));

        Assert.Equal(Ids(scene.Moderator), scene.Heard.Events[^1].Hearers);
    }

    [Fact]
    public async Task The_last_answer_that_stands_is_pinned()
    {
        await using var scene = await IdeaScene.Start();
        var idea = await scene.Idea();
        ForumScene.Must(await scene.Bring(scene.Brand, idea, IdeaStatus.Open, "We have asked the people who make our lids."));
        ForumScene.Must(await scene.Bring(scene.Brand, idea, IdeaStatus.Planned, Answer));
        var (first, second) = ((await scene.View(scene.Brand, idea)).Posts[1].Id, (await scene.View(scene.Brand, idea)).Posts[2].Id);

        ForumScene.Must(await scene.Community.Get<ChangePostState>().Run(scene.Moderator, new(second, PostState.Hidden, "It names a price")));
        Assert.Equal(first, (await scene.View(scene.Ben, idea)).Answer!.Id);
        ForumScene.Must(await scene.Community.Get<ChangePostState>().Run(scene.Moderator, new(second, PostState.Visible, "It does not")));
        Assert.Equal(second, (await scene.View(scene.Ben, idea)).Answer!.Id);
        Assert.Empty(await scene.Differences());

        // A status that is taken back is answered no longer by what was said with it.
        var entry = await scene.Community.Read(db => db.Log.Where(e => e.Action == "set-idea-status").MaxAsync(e => e.Sequence));
        ForumScene.Must(await scene.Community.Get<UndoAct>().Run(scene.Moderator, entry));
        var view = await scene.View(scene.Ben, idea);
        Assert.Equal((IdeaStatus.Open, first, 3), (view.Head.Status, view.Answer!.Id, view.Posts.Count));
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task What_was_decided_by_mistake_is_opened_again_by_the_team()
    {
        await using var scene = await IdeaScene.Start();
        var idea = await scene.Idea();

        foreach (var status in new[] { IdeaStatus.Planned, IdeaStatus.InProgress, IdeaStatus.Shipped, IdeaStatus.Declined, IdeaStatus.Expired })
        {
            ForumScene.Must(await scene.Bring(scene.Brand, idea, status, $"{Answer} ({status})"));
            ForumScene.Must(await scene.Bring(scene.Brand, idea, IdeaStatus.Open));
        }

        Assert.Equal(IdeaStatus.Open, (await scene.ReadIdea(idea)).Status);
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task What_waits_to_be_opened_stands_in_the_lists_and_waits_for_an_answer()
    {
        await using var scene = await IdeaScene.Start();
        await scene.OpenBoard("reviewed", board => board.ReviewsFirst = true);
        var idea = await scene.Idea(board: "reviewed");
        var list = scene.Community.Get<ListIdeas>();
        var board = ForumScene.Must(await scene.Community.Get<ListBoards>().Find(scene.Brand, "reviewed"));

        foreach (var sort in new[] { IdeaSort.Hot, IdeaSort.New, IdeaSort.Waiting })
            Assert.Equal([idea], ForumScene.Must(await list.Open(Actor.Visitor, new ListIdeas.Query(sort, board.Id))).Items.Select(i => i.Number));
        Assert.Equal(1, (await scene.Community.Get<ListBoards>().Clock(board)).Waiting);
        Assert.Equal("idea-not-open", (await scene.Vote(scene.Ben, idea)).Problem?.Code);
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task An_answer_that_changes_no_status_stands_in_the_log_as_well()
    {
        await using var scene = await IdeaScene.Start();
        var idea = await scene.Idea();

        ForumScene.Must(await scene.Bring(scene.Brand, idea, IdeaStatus.Open, Answer));

        Assert.Equal("answer-idea", await scene.Community.Read(db => db.Log.OrderByDescending(e => e.Sequence).Select(e => e.Action).FirstAsync()));
    }

    [Fact]
    public async Task What_moderators_hold_is_held_and_what_they_let_through_is_open()
    {
        await using var scene = await IdeaScene.Start();
        var idea = await scene.Idea();
        var opening = await scene.Community.Read(db => db.Posts.Where(p => p.Number == 1).Select(p => p.Id).SingleAsync());
        var act = scene.Community.Get<ChangePostState>();
        await scene.Backs(scene.Ben, idea);

        ForumScene.Must(await act.Run(scene.Moderator, new(opening, PostState.Held, "Let us look at it first")));

        Assert.Equal((IdeaStatus.Held, false), ((await scene.ReadIdea(idea)).Status, (await scene.ReadIdea(idea)).IsOpen));
        Assert.Equal(ProblemKind.NotFound, (await scene.Community.Get<ReadIdea>().Run(scene.Ben, idea, 1)).Problem?.Kind);
        Assert.Empty(await scene.Differences());

        ForumScene.Must(await act.Run(scene.Moderator, new(opening, PostState.Visible, null)));

        Assert.Equal((IdeaStatus.Open, true), ((await scene.ReadIdea(idea)).Status, (await scene.ReadIdea(idea)).IsOpen));
        Assert.Equal(1, (await scene.ReadIdea(idea)).BackerCount);
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task A_status_is_taken_back_from_the_log()
    {
        await using var scene = await IdeaScene.Start();
        var idea = await scene.Idea();
        ForumScene.Must(await scene.Bring(scene.Brand, idea, IdeaStatus.Shipped, Answer));
        var entry = await scene.Community.Read(db => db.Log.Where(e => e.Action == "set-idea-status").Select(e => e.Sequence).SingleAsync());

        ForumScene.Must(await scene.Community.Get<UndoAct>().Run(scene.Moderator, entry));

        Assert.Equal((IdeaStatus.Open, true), ((await scene.ReadIdea(idea)).Status, (await scene.ReadIdea(idea)).IsOpen));
        Assert.Empty(await scene.Differences());
    }

    private static async Task Follow(IdeaScene scene, Actor who, long idea, FollowLevel level)
    {
        var id = (await scene.ReadIdea(idea)).Id;
        ForumScene.Must(await scene.Community.Get<SetFollow>().Run(who, new SetFollow.Input(FollowKind.Idea, id, level)));
    }

    private static IEnumerable<long> Ids(params Actor[] actors) => actors.Select(a => a.MemberId!.Value).Order();
}
