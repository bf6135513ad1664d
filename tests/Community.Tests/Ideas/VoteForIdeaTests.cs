using Community.Discussions;
using Community.Ideas;
using Community.Ideas.Votes;
using Community.Members;
using Community.Shared;
using Community.Shared.Site;
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
    public async Task What_was_told_to_the_team_alone_stays_with_it_wherever_the_idea_is_told_later()
    {
        await using var scene = await IdeaScene.Start();
        await scene.OpenBoard("quiet", board => board.ShowsBackers = false);
        var (moved, merged, open) = (await scene.Idea(board: "quiet"), await scene.Idea(board: "quiet"), await scene.Idea());
        foreach (var idea in new[] { moved, merged })
            ForumScene.Must(await scene.Vote(scene.Ben, idea, reason: "Because of my illness"));
        ForumScene.Must(await scene.Vote(scene.Moderator, open, reason: "So do I"));

        ForumScene.Must(await scene.Community.Get<MoveIdea>().Run(scene.Brand, new(moved, IdeaScene.Free)));
        ForumScene.Must(await scene.Merge(scene.Brand, merged, open));

        var list = scene.Community.Get<ListBackers>();
        Assert.Empty(ForumScene.Must(await list.Run(Actor.Visitor, moved, null)).Items);
        Assert.Equal(["mia"], ForumScene.Must(await list.Run(scene.Aki, open, null)).Items.Select(b => b.Member.Handle));
        Assert.Equal("Because of my illness", Assert.Single(ForumScene.Must(await list.Run(scene.Ben, moved, null)).Items).Reason);
        Assert.Equal(2, ForumScene.Must(await list.Run(scene.Brand, open, null)).Items.Count);
        Assert.Equal((1, 2), ((await scene.ReadIdea(moved)).BackerCount, (await scene.ReadIdea(open)).BackerCount));

        // What is said anew is said where everybody sees it.
        ForumScene.Must(await scene.Vote(scene.Ben, moved, reason: "It is too heavy"));
        Assert.Equal("It is too heavy", Assert.Single(ForumScene.Must(await list.Run(Actor.Visitor, moved, null)).Items).Reason);
    }

    [Fact]
    public async Task Waiting_votes_of_the_suspended_go_on_waiting()
    {
        await using var scene = await IdeaScene.Start();
        var idea = await scene.Idea();
        var young = await scene.Community.Person("yui");
        await scene.Community.Change(db => db.Members.Where(m => m.Id == young.MemberId).ExecuteUpdateAsync(m => m.SetProperty(x => x.JoinedAt, scene.Time.Now)));
        Assert.True(ForumScene.Must(await scene.Vote(young, idea)).IsWaiting);
        ForumScene.Must(await scene.Community.Get<SuspendMember>().Run(scene.Moderator, new(young.MemberId!.Value, "One of a crowd", scene.Time.Now.AddDays(3))));

        scene.Time.Pass(TimeSpan.FromDays(2));
        Assert.Equal(0, await scene.Community.Get<CountWaitingVotes>().Run());
        scene.Time.Pass(TimeSpan.FromDays(2));
        Assert.Equal(1, await scene.Community.Get<CountWaitingVotes>().Run());
        Assert.Equal(1, (await scene.ReadIdea(idea)).BackerCount);
    }

    [Fact]
    public async Task Who_no_longer_sees_an_idea_gets_the_vote_back_and_may_still_take_it_back()
    {
        await using var scene = await IdeaScene.Start();
        await scene.OpenBoard("inside", board => (board.ReadAudience, board.SubmitAudience, board.HasBudget) = (Audience.Staff, Audience.Staff, true));
        var idea = await scene.Idea(board: IdeaScene.Few);
        await scene.Backs(scene.Ben, idea);
        Assert.Equal(1, (await scene.Community.Get<ReadBudget>().Run(scene.Ben))!.Spent);

        ForumScene.Must(await scene.Community.Get<MoveIdea>().Run(scene.Brand, new(idea, "inside")));

        Assert.Equal(0, (await scene.Community.Get<ReadBudget>().Run(scene.Ben))!.Spent);
        Assert.Equal(ProblemKind.NotFound, (await scene.TakeBack(scene.Aki, idea)).Problem?.Kind);
        Assert.Equal(new VoteForIdea.Voted(idea, false, false, 0), ForumScene.Must(await scene.TakeBack(scene.Ben, idea)));
        Assert.Equal(ProblemKind.NotFound, (await scene.TakeBack(scene.Ben, idea)).Problem?.Kind);
        Assert.Equal(0, (await scene.ReadIdea(idea)).BackerCount);
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task What_is_said_anew_of_a_vote_counts_for_the_day_like_a_vote()
    {
        await using var scene = await IdeaScene.Start(("Community:Limits:VotesPerDay", "5"));
        var idea = await scene.Idea();

        foreach (var importance in new[] { Importance.Nice, Importance.Important, Importance.Nice, Importance.Important, Importance.Nice })
            ForumScene.Must(await scene.Vote(scene.Ben, idea, importance));

        Assert.Equal("votes-per-day", (await scene.Vote(scene.Ben, idea, Importance.Essential)).Problem?.Code);
        ForumScene.Must(await scene.Vote(scene.Ben, idea, Importance.Nice));
        ForumScene.Must(await scene.TakeBack(scene.Ben, idea));
    }

    [Fact]
    public async Task What_somebody_new_gives_as_a_reason_waits_with_their_first_post()
    {
        await using var scene = await IdeaScene.Start();
        var (idea, nao) = (await scene.Idea(), await scene.Community.Person("nao", trust: TrustLevel.New));
        ForumScene.Must(await scene.Vote(nao, idea, reason: "Cheap tea at tea.example"));
        ForumScene.Must(await scene.Vote(scene.Ben, idea, reason: "Mine is cold by noon"));
        await scene.Community.Arrange(db => db.Site.Add(new SiteSettings { HoldsFirstPosts = true }));

        Assert.Equal(["Mine is cold by noon", null], await Reasons(scene.Aki));
        Assert.Equal(["Mine is cold by noon", "Cheap tea at tea.example"], await Reasons(nao));
        Assert.Equal(["Mine is cold by noon", "Cheap tea at tea.example"], await Reasons(scene.Moderator));

        async Task<IEnumerable<string?>> Reasons(Actor actor) => ForumScene.Must(await scene.Community.Get<ListBackers>().Run(actor, idea, null)).Items.Select(b => b.Reason);
    }

    [Fact]
    public async Task What_others_back_its_author_does_not_take_away()
    {
        await using var scene = await IdeaScene.Start();
        var (backed, own, told, stays) = (await scene.Idea(), await scene.Idea(), await scene.Idea(), await scene.Idea());
        await scene.Backs(scene.Ben, backed);
        await scene.Backs(scene.Aki, own);
        ForumScene.Must(await scene.Merge(scene.Brand, told, stays));

        Assert.Equal("idea-has-backers", (await Remove(backed)).Problem?.Code);
        Assert.Equal("idea-has-backers", (await Remove(stays)).Problem?.Code);
        ForumScene.Must(await Remove(own));
        ForumScene.Must(await scene.TakeBack(scene.Ben, backed));
        ForumScene.Must(await Remove(backed));
        Assert.Empty(await scene.Differences());

        async Task<Result<Done>> Remove(long number) =>
            await scene.Community.Get<RemoveOwnPost>().Run(scene.Aki, (await scene.View(scene.Aki, number)).Posts[0].Id);
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
