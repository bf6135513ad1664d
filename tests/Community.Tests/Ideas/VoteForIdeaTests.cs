using Community.Ideas;
using Community.Ideas.Votes;
using Community.Members;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Ideas;

public sealed class VoteForIdeaTests
{
    [Fact]
    public async Task Backing_and_taking_back_move_every_figure_there_and_back()
    {
        await using var scene = await IdeaScene.Start();
        var idea = await scene.Idea();

        await scene.Backs(scene.Ben, idea);
        await scene.Backs(scene.Brand, idea);

        var backed = await scene.ReadIdea(idea);
        Assert.Equal(2, backed.BackerCount);
        Assert.NotNull(backed.Hot);
        Assert.InRange(backed.Rate, 0.34, 0.35);
        Assert.Empty(await scene.Differences());

        Assert.False(ForumScene.Must(await scene.TakeBack(scene.Ben, idea)).IsBacked);
        ForumScene.Must(await scene.TakeBack(scene.Brand, idea));

        var left = await scene.ReadIdea(idea);
        Assert.Equal((0, (double?)null, 0d), (left.BackerCount, left.Hot, left.Rate));
        Assert.Equal(2, await scene.Community.Read(db => db.IdeaVotes.CountAsync(v => v.UndoneAt != null)));
        Assert.Empty(await scene.Community.Read(db => db.IdeaTops.ToListAsync()));
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task The_same_wish_twice_is_one_vote_and_another_importance_does_not_make_it_hot_again()
    {
        await using var scene = await IdeaScene.Start();
        var idea = await scene.Idea();
        await scene.Backs(scene.Ben, idea, idea);
        var first = await scene.ReadIdea(idea);

        scene.Time.Pass(TimeSpan.FromDays(7));
        ForumScene.Must(await scene.Vote(scene.Ben, idea, Importance.Essential, "  My hands are cold.  "));

        var changed = await scene.ReadIdea(idea);
        var view = await scene.View(scene.Ben, idea);
        Assert.Equal((1, first.Hot), (changed.BackerCount, changed.Hot));
        Assert.Equal(new OwnVote(Importance.Essential, "My hands are cold.", false), view.Own);
        Assert.Equal(new Weights(0, 0, 1), view.Weights);
        Assert.Equal(2, await scene.Community.Read(db => db.IdeaVotes.CountAsync()));
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task A_hundred_at_once_of_one_member_are_one_vote()
    {
        await using var scene = await IdeaScene.Start();
        var idea = await scene.Idea();

        var voted = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => scene.Vote(scene.Ben, idea))));

        Assert.All(voted, v => Assert.Equal(1, ForumScene.Must(v).Backers));
        Assert.Equal(1, (await scene.ReadIdea(idea)).BackerCount);
        Assert.Equal(1, await scene.Community.Read(db => db.IdeaVotes.CountAsync()));
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task Votes_are_few_where_the_board_says_so_and_come_back_when_an_idea_closes_or_is_merged()
    {
        await using var scene = await IdeaScene.Start();
        var ideas = new List<long>();
        for (var i = 0; i < 8; i++)
            ideas.Add(await scene.Idea(title: $"A lid that keeps tea hot, number {i}", board: IdeaScene.Few));
        await scene.Backs(scene.Ben, ideas.Take(6));

        Assert.Equal("votes-spent", (await scene.Vote(scene.Ben, ideas[6])).Problem?.Code);
        Assert.Equal(0, (await scene.View(scene.Ben, ideas[6])).VotesLeft);
        // What they back already, and where votes are not counted, nobody asks.
        ForumScene.Must(await scene.Vote(scene.Ben, ideas[0], Importance.Nice));
        await scene.Backs(scene.Ben, await scene.Idea());

        ForumScene.Must(await scene.Bring(scene.Brand, ideas[0], IdeaStatus.Declined, "We looked at it and cannot make it for a fair price."));
        await scene.Backs(scene.Ben, ideas[6]);
        Assert.Equal("votes-spent", (await scene.Vote(scene.Ben, ideas[7])).Problem?.Code);
        ForumScene.Must(await scene.Merge(scene.Brand, ideas[1], ideas[2]));
        await scene.Backs(scene.Ben, ideas[7]);

        Assert.Equal(0, (await scene.View(scene.Ben, ideas[7])).VotesLeft);
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task Votes_of_young_and_unconfirmed_accounts_count_once_they_no_longer_are()
    {
        await using var scene = await IdeaScene.Start();
        var idea = await scene.Idea();
        var young = await scene.Community.Person("yui");
        await scene.Community.Change(db => db.Members.Where(m => m.Id == young.MemberId).ExecuteUpdateAsync(m => m.SetProperty(x => x.JoinedAt, scene.Time.Now)));
        var unconfirmed = (await scene.Community.Person("uma")) with { IsUnconfirmed = true };
        await scene.Community.Arrange(db => db.Accounts.Add(new Account { Id = unconfirmed.MemberId!.Value, Email = "uma@example.com", NormalizedEmail = "UMA@EXAMPLE.COM" }));

        Assert.True(ForumScene.Must(await scene.Vote(young, idea)).IsWaiting);
        Assert.True(ForumScene.Must(await scene.Vote(unconfirmed, idea)).IsWaiting);
        Assert.Equal(0, await scene.Community.Get<CountWaitingVotes>().Run());
        Assert.Equal(0, (await scene.ReadIdea(idea)).BackerCount);
        Assert.True((await scene.View(young, idea)).Own!.IsWaiting);

        scene.Time.Pass(TimeSpan.FromDays(1));
        Assert.Equal(1, await scene.Community.Get<CountWaitingVotes>().Run());
        Assert.Equal(1, (await scene.ReadIdea(idea)).BackerCount);
        await scene.Community.Change(db => db.Accounts.ExecuteUpdateAsync(a => a.SetProperty(x => x.EmailConfirmed, true)));
        Assert.Equal(1, await scene.Community.Get<CountWaitingVotes>().Run());
        Assert.Equal(0, await scene.Community.Get<CountWaitingVotes>().Run());

        Assert.Equal(2, (await scene.ReadIdea(idea)).BackerCount);
        Assert.False((await scene.View(young, idea)).Own!.IsWaiting);
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task What_is_closed_archived_or_out_of_sight_takes_no_vote()
    {
        await using var scene = await IdeaScene.Start();
        var shut = await scene.OpenBoard("shut", board => board.IsArchived = true);
        var inside = await scene.OpenBoard("inside", board => (board.ReadAudience, board.SubmitAudience) = (Audience.Staff, Audience.Staff));
        var reviewed = await scene.OpenBoard("reviewed", board => board.ReviewsFirst = true);
        var closed = await scene.Idea();
        await scene.Backs(scene.Ben, closed);
        ForumScene.Must(await scene.Bring(scene.Brand, closed, IdeaStatus.Declined, "We looked at it and cannot make it for a fair price."));
        var old = await scene.Idea();
        await scene.Community.Change(db => db.Ideas.Where(i => i.Number == old).ExecuteUpdateAsync(i => i.SetProperty(x => x.BoardId, shut.Id)));
        var secret = await scene.Idea(scene.Brand, board: inside.Slug);
        var fresh = await scene.Idea(board: reviewed.Slug);
        var suspended = scene.Ben with { SuspendedUntil = scene.Time.Now.AddDays(1) };

        Assert.Equal("idea-closed", (await scene.Vote(scene.Aki, closed)).Problem?.Code);
        Assert.Equal("board-archived", (await scene.Vote(scene.Ben, old)).Problem?.Code);
        Assert.Equal(ProblemKind.NotFound, (await scene.Vote(scene.Ben, secret)).Problem?.Kind);
        Assert.Equal("idea-not-open", (await scene.Vote(scene.Ben, fresh)).Problem?.Code);
        Assert.Equal(ProblemKind.NotFound, (await scene.Vote(scene.Ben, 999)).Problem?.Kind);
        Assert.Equal("sign-in", (await scene.Vote(Actor.Visitor, closed)).Problem?.Code);
        Assert.Equal("suspended", (await scene.Vote(suspended, await scene.Idea())).Problem?.Code);
        Assert.Equal("reason-too-long", (await scene.Vote(scene.Ben, closed, reason: new string('x', 301))).Problem?.Code);
        // Whoever backed it may stop whatever became of it.
        Assert.Equal(0, ForumScene.Must(await scene.TakeBack(scene.Ben, closed)).Backers);
    }

    [Fact]
    public async Task Who_backs_it_is_shown_where_the_board_shows_it()
    {
        await using var scene = await IdeaScene.Start();
        var quiet = await scene.OpenBoard("quiet", board => board.ShowsBackers = false);
        var (open, hidden) = (await scene.Idea(), await scene.Idea(board: quiet.Slug));
        ForumScene.Must(await scene.Vote(scene.Ben, open, Importance.Important, "Cold tea is sad."));
        ForumScene.Must(await scene.Vote(scene.Ben, hidden));
        var list = scene.Community.Get<ListBackers>();

        var backer = Assert.Single(ForumScene.Must(await list.Run(Actor.Visitor, open, null)).Items);
        Assert.Equal(("ben", Importance.Important, "Cold tea is sad."), (backer.Member.Handle, backer.Importance, backer.Reason));
        Assert.Equal("backers-hidden", (await list.Run(scene.Aki, hidden, null)).Problem?.Code);
        Assert.Single(ForumScene.Must(await list.Run(scene.Brand, hidden, null)).Items);
    }

    [Fact]
    public async Task What_the_team_passes_on_stands_apart_and_counts_nobody()
    {
        await using var scene = await IdeaScene.Start();
        var idea = await scene.Idea();
        var pass = scene.Community.Get<PassOnVote>();
        var key = Guid.NewGuid();

        Assert.Equal("team-only", (await pass.Run(scene.Ben, new(idea, "Shop in Kyoto", "Phone call", Guid.NewGuid()))).Problem?.Code);
        Assert.Equal("evidence-too-short", (await pass.Run(scene.Brand, new(idea, "Shop in Kyoto", " ", Guid.NewGuid()))).Problem?.Code);
        ForumScene.Must(await pass.Run(scene.Brand, new(idea, "Shop in Kyoto", "Phone call of 20 November", key)));
        ForumScene.Must(await pass.Run(scene.Brand, new(idea, "Shop in Kyoto", "Phone call of 20 November", key)));

        var noted = Assert.Single(ForumScene.Must(await pass.List(scene.Brand, idea)));
        Assert.Equal(1, (await scene.View(scene.Ben, idea)).PassedOn);
        Assert.Equal(0, (await scene.ReadIdea(idea)).BackerCount);
        Assert.Equal(ProblemKind.NotFound, (await pass.List(scene.Ben, idea)).Problem?.Kind);

        ForumScene.Must(await pass.TakeBack(scene.Brand, noted.Id));
        var kept = await scene.Community.Read(db => db.ProxyVotes.SingleAsync());
        Assert.Equal(("", "", 0), (kept.Name, kept.Evidence, (await scene.View(scene.Ben, idea)).PassedOn));
    }
}
