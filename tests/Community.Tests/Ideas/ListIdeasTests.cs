using Community.Discussions.Seen;
using Community.Ideas;
using Community.Ideas.Boards;
using Community.Ideas.Ranking;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Ideas;

public sealed class ListIdeasTests
{
    [Fact]
    public async Task Each_order_has_its_own_first()
    {
        await using var scene = await IdeaScene.Start();
        var ideas = new List<long>();
        for (var i = 0; i < 4; i++)
            ideas.Add(await scene.Idea(title: $"A wish that some people have, number {i}"));
        var fans = new List<Actor>();
        for (var i = 0; i < 4; i++)
            fans.Add(await scene.Community.Person($"fan{i}"));
        foreach (var fan in fans.Take(3))
            await scene.Backs(fan, ideas[0]);
        scene.Time.Pass(TimeSpan.FromDays(40));
        foreach (var fan in fans.Take(2))
            await scene.Backs(fan, ideas[1]);
        ForumScene.Must(await scene.Comment(scene.Ben, ideas[2]));
        ForumScene.Must(await scene.Bring(scene.Brand, ideas[0], IdeaStatus.UnderReview, "We are looking at it with the people who sew."));

        Assert.Equal([ideas[1], ideas[0], ideas[3], ideas[2]], await Numbers(scene, new(IdeaSort.Hot)));
        Assert.Equal([ideas[0], ideas[1], ideas[3], ideas[2]], await Numbers(scene, new(IdeaSort.Top)));
        Assert.Equal([ideas[1]], await Numbers(scene, new(IdeaSort.Top, Span: TopSpan.Month)));
        Assert.Equal([ideas[0], ideas[1]], await Numbers(scene, new(IdeaSort.Top, Span: TopSpan.Year)));
        Assert.Equal([ideas[3], ideas[2], ideas[1], ideas[0]], await Numbers(scene, new(IdeaSort.New)));
        Assert.Equal([ideas[2], ideas[0], ideas[3], ideas[1]], await Numbers(scene, new(IdeaSort.Discussed)));
        Assert.Equal([ideas[1], ideas[2], ideas[3]], await Numbers(scene, new(IdeaSort.Waiting)));
        Assert.Equal([ideas[0]], (await With(scene, IdeaStatus.UnderReview)).Select(i => i.Number));
    }

    [Fact]
    public async Task Of_those_who_saw_it_how_many_back_it_decides_the_rate()
    {
        await using var scene = await IdeaScene.Start();
        var (seen, quiet) = (await scene.Idea(), await scene.Idea());
        var fan = await scene.Community.Person("fan");
        await scene.Backs(fan, seen, quiet);
        await scene.Backs(scene.Ben, seen);
        var id = (await scene.ReadIdea(seen)).Id;
        for (var i = 0; i < 30; i++)
            scene.Community.Get<VisitorNotes>().Add(new(id, (UInt128)(i + 1), "a browser"));
        await scene.Community.Get<CountVisitors>().Run();

        Assert.Equal(30, (await scene.ReadIdea(seen)).SeenCount);
        Assert.Equal([quiet, seen], await Numbers(scene, new(IdeaSort.Rate)));
        Assert.Equal(Wilson.LowerBound(2, 30), (await scene.ReadIdea(seen)).Rate, 12);
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task Every_list_is_paged_without_a_gap_or_a_repeat()
    {
        await using var scene = await IdeaScene.Start();
        for (var i = 0; i < 7; i++)
        {
            var idea = await scene.Idea(title: $"A wish that some people have, number {i}");
            if (i % 2 == 0)
                await scene.Backs(scene.Ben, idea);
        }

        foreach (var sort in Enum.GetValues<IdeaSort>())
        {
            var found = new List<long>();
            string? after = null;
            do
            {
                var page = ForumScene.Must(await scene.Community.Get<ListIdeas>().Open(Actor.Visitor, new(sort, After: after), 3));
                found.AddRange(page.Items.Select(i => i.Number));
                after = page.Next;
            }
            while (after is not null);
            Assert.Equal(7, found.Count);
            Assert.Equal(7, found.Distinct().Count());
        }
    }

    [Fact]
    public async Task Two_of_ten_cards_of_the_first_page_are_ideas_that_few_have_seen_drawn_anew_each_day()
    {
        await using var scene = await IdeaScene.Start();
        var all = new List<long>();
        for (var i = 0; i < 60; i++)
            all.Add(await scene.Idea(title: $"A wish that some people have, number {i}"));
        await scene.Backs(scene.Ben, all.Take(20));

        var first = await Page(scene, Actor.Visitor);
        var again = await Page(scene, Actor.Visitor);
        var member = await Page(scene, scene.Aki);
        scene.Time.Pass(TimeSpan.FromDays(1));
        var tomorrow = await Page(scene, Actor.Visitor);

        Assert.Equal(20, first.Count);
        Assert.Equal(4, first.Count(i => i.IsExploration));
        Assert.Equal(2, first.Take(10).Count(i => i.IsExploration));
        Assert.Equal(20, first.Select(i => i.Number).Distinct().Count());
        Assert.Equal(Explored(first), Explored(again));
        Assert.NotEqual(Explored(first), Explored(member));
        Assert.NotEqual(Explored(first), Explored(tomorrow));
        // The hottest keep their order, and the next page goes on behind the last of them.
        Assert.Equal(all.Take(20).Reverse().Take(16), first.Where(i => !i.IsExploration).Select(i => i.Number));
    }

    [Fact]
    public async Task Mine_is_what_somebody_submitted_or_backs_whatever_became_of_it()
    {
        await using var scene = await IdeaScene.Start();
        var (own, backed, other) = (await scene.Idea(scene.Ben), await scene.Idea(), await scene.Idea());
        await scene.Backs(scene.Ben, backed);
        ForumScene.Must(await scene.Bring(scene.Brand, own, IdeaStatus.Declined, "We looked at it and cannot make it for a fair price."));

        var mine = ForumScene.Must(await scene.Community.Get<ListIdeas>().Mine(scene.Ben, null));

        Assert.Equal([backed, own], mine.Items.Select(i => i.Number));
        Assert.DoesNotContain(other, mine.Items.Select(i => i.Number));
        Assert.Equal("sign-in", (await scene.Community.Get<ListIdeas>().Mine(Actor.Visitor, null)).Problem?.Code);
    }

    [Fact]
    public async Task What_was_shipped_credits_everybody_whose_idea_went_in()
    {
        await using var scene = await IdeaScene.Start();
        var (idea, merged) = (await scene.Idea(scene.Aki), await scene.Idea(scene.Ben));
        ForumScene.Must(await scene.Merge(scene.Brand, merged, idea));
        ForumScene.Must(await scene.Bring(scene.Brand, idea, IdeaStatus.Shipped, "It is in the shops since Monday, in three colours."));

        var shipped = Assert.Single(ForumScene.Must(await scene.Community.Get<ReadRoadmap>().Shipped(Actor.Visitor, null)).Items);
        var lanes = await scene.Community.Get<ReadRoadmap>().Run(Actor.Visitor, null);

        Assert.Equal(["aki", "ben"], shipped.Credits.Select(c => c.Handle));
        Assert.Contains("three colours", shipped.Answer);
        Assert.Equal([IdeaStatus.Planned, IdeaStatus.InProgress, IdeaStatus.Shipped], lanes.Select(l => l.Status));
        Assert.Equal([0, 0, 1], lanes.Select(l => l.Count));
    }

    [Fact]
    public async Task Whose_idea_another_one_was_taken_out_of_is_credited_to_those_who_may_read_that()
    {
        await using var scene = await IdeaScene.Start();
        await scene.OpenBoard("inside", board => (board.ReadAudience, board.SubmitAudience) = (Audience.Staff, Audience.Staff));
        var whole = await scene.Idea(scene.Aki);
        scene.Time.Pass(TimeSpan.FromMinutes(10));
        var part = ForumScene.Must(await scene.Community.Get<SplitIdea>().Run(scene.Brand, new(whole, "A better lid for the bottle", IdeaScene.Body, Guid.NewGuid())));
        ForumScene.Must(await scene.Bring(scene.Brand, part.Number, IdeaStatus.Shipped, "It is in the shops since Monday, in three colours."));
        var roadmap = scene.Community.Get<ReadRoadmap>();

        Assert.Equal(["aki", "bea"], ForumScene.Must(await roadmap.Shipped(Actor.Visitor, null)).Items.Single().Credits.Select(c => c.Handle));
        ForumScene.Must(await scene.Community.Get<MoveIdea>().Run(scene.Brand, new(whole, "inside")));
        Assert.Equal(["bea"], ForumScene.Must(await roadmap.Shipped(Actor.Visitor, null)).Items.Single().Credits.Select(c => c.Handle));
        Assert.Equal(["aki", "bea"], ForumScene.Must(await roadmap.Shipped(scene.Brand, null)).Items.Single().Credits.Select(c => c.Handle));
    }

    [Fact]
    public async Task The_clock_of_a_board_tells_how_soon_it_answers_and_who_waits_too_long()
    {
        await using var scene = await IdeaScene.Start();
        await scene.OpenBoard("asked", board => board.AnswerDays = 7);
        for (var day = 1; day <= 5; day++)
        {
            var idea = await scene.Idea(board: "asked", title: $"A wish that some people have, number {day}");
            scene.Time.Pass(TimeSpan.FromDays(day * 2));
            ForumScene.Must(await scene.Bring(scene.Brand, idea, IdeaStatus.Open, "Thank you! We will ask the people who make our lids."));
        }

        await scene.Idea(board: "asked", title: "A wish that nobody answers");
        scene.Time.Pass(TimeSpan.FromDays(8));
        await scene.Idea(board: "asked", title: "A wish of this morning");
        var boards = scene.Community.Get<ListBoards>();

        var clock = await boards.Clock(ForumScene.Must(await boards.Find(Actor.Visitor, "asked")));

        Assert.Equal(6, (int)Math.Round(clock.Usually!.Value.TotalDays));
        Assert.Equal((2, 1), (clock.Waiting, clock.Overdue));
    }

    private static async Task<List<IdeaSummary>> Page(IdeaScene scene, Actor actor) => [.. ForumScene.Must(await scene.Community.Get<ListIdeas>().Open(actor, new())).Items];

    private static IEnumerable<long> Explored(IEnumerable<IdeaSummary> page) => page.Where(i => i.IsExploration).Select(i => i.Number);

    private static async Task<List<long>> Numbers(IdeaScene scene, ListIdeas.Query query) =>
        [.. ForumScene.Must(await scene.Community.Get<ListIdeas>().Open(Actor.Visitor, query)).Items.Select(i => i.Number)];

    private static async Task<IReadOnlyList<IdeaSummary>> With(IdeaScene scene, IdeaStatus status) => ForumScene.Must(await scene.Community.Get<ListIdeas>().With(Actor.Visitor, status, null, null)).Items;
}
