using Community.Client;

namespace Community.Web.Tests.Api.RoundTrips;

public sealed class IdeaRoundTripTests(ApiSite site) : RoundTrip(site)
{
    internal const string Free = "wishes";
    internal const string Few = "products";

    [Fact, GoesRound("ListBoards", "SubmitIdea", "ReadIdea", "ListIdeas", "ListMyIdeas")]
    public async Task An_idea_is_submitted_and_found_in_every_list()
    {
        var aki = await Somebody();
        var visitor = With(null);

        var board = (await visitor.Ideas.ListBoards(Cancel)).Single(one => one.Slug == Free);
        var submitted = await aki.Ideas.SubmitIdea(Free, new NewIdea("A lid that keeps tea hot", "By noon it is cold.", ["Thermos lids", "tea"]), cancel: Cancel);
        var read = await visitor.Ideas.ReadIdea(submitted.Number, Cancel);

        Assert.Equal(("願い", 14, false, true), (board.Name.Ja, board.AnswerDays, board.HasBudget, board.ShowsBackers));
        Assert.Contains(IdeaStatus.Planned, board.Statuses);
        Assert.Equal(("a-lid-that-keeps-tea-hot", IdeaStatus.Open), (submitted.Slug, submitted.Status));
        Assert.Equal(("A lid that keeps tea hot", Free, "aki", 1), (read.Title, read.Board.Slug, read.Author!.Name, read.LastNumber));
        Assert.Equal(["Thermos lids", "tea"], read.Tags.Select(tag => tag.Name));
        Assert.Equal((null, null, null, null), (read.MyVote, read.VotesLeft, read.Answer, read.MergedInto));
        foreach (var sort in (IdeaSort?[])[null, IdeaSort.Hot, IdeaSort.Top, IdeaSort.New, IdeaSort.Discussed, IdeaSort.Waiting, IdeaSort.Rate])
            Assert.Contains(await visitor.Ideas.ListAllIdeas(new IdeaQuery { Board = Free, Sort = sort }, Cancel).ToListAsync(Cancel), idea => idea.Number == submitted.Number);
        Assert.Contains(await visitor.Ideas.ListAllIdeas(new IdeaQuery { Status = IdeaStatus.Open }, Cancel).ToListAsync(Cancel), idea => idea.Number == submitted.Number);
        Assert.DoesNotContain(await visitor.Ideas.ListAllIdeas(new IdeaQuery { Board = Few }, Cancel).ToListAsync(Cancel), idea => idea.Number == submitted.Number);
        Assert.Equal([submitted.Number], await aki.Ideas.ListAllMyIdeas(Cancel).Select(idea => idea.Number).ToListAsync(Cancel));
    }

    [Fact, GoesRound("ListIdeas")]
    public async Task What_began_to_be_backed_in_a_period_is_counted_in_its_list()
    {
        var aki = await Somebody();
        var idea = await Idea(aki, "A lamp for the tent door");
        await aki.Ideas.VoteForIdea(idea, cancel: Cancel);

        foreach (var period in (IdeaPeriod[])[IdeaPeriod.Week, IdeaPeriod.Month, IdeaPeriod.Year])
        {
            var top = await aki.Ideas.ListAllIdeas(new IdeaQuery { Sort = IdeaSort.Top, Period = period }, Cancel).ToListAsync(Cancel);

            Assert.Equal((1, true), top.Where(one => one.Number == idea).Select(one => (one.InPeriod ?? 0, one.IsBacked)).Single());
        }
    }

    [Fact, GoesRound]
    public async Task A_list_that_there_is_not_names_what_is_wrong()
    {
        var visitor = With(null);

        Assert.Equal(("sort-unknown", "sort"), await Refused(() => visitor.Ideas.ListIdeas(new IdeaQuery { Sort = IdeaSort.Unknown }, cancel: Cancel)));
        Assert.Equal(("period-unknown", "period"), await Refused(() => visitor.Ideas.ListIdeas(new IdeaQuery { Period = IdeaPeriod.Unknown }, cancel: Cancel)));
        Assert.Equal(("idea-status-unknown", "status"), await Refused(() => visitor.Ideas.ListIdeas(new IdeaQuery { Status = IdeaStatus.Unknown }, cancel: Cancel)));
        Assert.Equal(("sort-unknown", "sort"), await Refused(() => visitor.Ideas.ListIdeas(new IdeaQuery { Status = IdeaStatus.Planned, Sort = IdeaSort.Top }, cancel: Cancel)));
        Assert.Equal(("board-unknown", "board"), await Refused(() => visitor.Ideas.ListIdeas(new IdeaQuery { Board = "nowhere" }, cancel: Cancel)));
        Assert.Equal(("board-unknown", "board"), await Refused(() => visitor.Ideas.ReadRoadmap("nowhere", Cancel)));
    }

    [Fact, GoesRound("VoteForIdea", "TakeVoteBack", "ListBackers")]
    public async Task A_vote_is_given_with_its_reason_changed_and_taken_back()
    {
        var aki = await Somebody();
        var ben = await Somebody("ben");
        var idea = await Idea(aki, "A strap that does not slip");

        var plain = await ben.Ideas.VoteForIdea(idea, cancel: Cancel);
        var said = await ben.Ideas.VoteForIdea(idea, new WantedVote(Importance.Essential, "Mine fell into the lake."), Cancel);
        var read = await ben.Ideas.ReadIdea(idea, Cancel);
        var backer = Assert.Single(await With(null).Ideas.ListAllBackers(idea, Cancel).ToListAsync(Cancel));
        await ben.Ideas.TakeVoteBack(idea, Cancel);
        await ben.Ideas.TakeVoteBack(idea, Cancel);
        var after = await ben.Ideas.ReadIdea(idea, Cancel);

        Assert.Equal(new GivenVote(idea, false, 1), plain);
        Assert.Equal(plain, said);
        Assert.Equal(new OwnVote(Importance.Essential, "Mine fell into the lake.", false), read.MyVote);
        Assert.Equal((1, 1, true), (read.BackerCount, read.Importances[Importance.Essential], read.IsBacked));
        Assert.Equal(("ben", Importance.Essential, "Mine fell into the lake."), (backer.Person!.Name, backer.Importance, backer.Reason));
        Assert.Equal((0, null, 0), (after.BackerCount, after.MyVote, after.Importances.Count));
        Assert.Equal(("vote-unknown", "importance"), await Refused(() => ben.Ideas.VoteForIdea(idea, new WantedVote(Importance.Unknown), Cancel)));
        Assert.Equal(("reason-too-long", "reason"), await Refused(() => ben.Ideas.VoteForIdea(idea, new WantedVote(Reason: new string('x', 301)), Cancel)));
    }

    [Fact, GoesRound("HideReason", "ShowReason")]
    public async Task A_moderator_hides_a_reason_and_shows_it_again()
    {
        var aki = await Somebody();
        var mia = await Staff();
        var idea = await Idea(aki, "A strap that stays where it is");
        await (await Somebody("ben")).Ideas.VoteForIdea(idea, new WantedVote(Importance.Nice, "Call me: 555 0199."), Cancel);
        var backer = (await With(null).Ideas.ListBackers(idea, cancel: Cancel)).Items[0];

        await mia.Ideas.HideReason(backer.Id, "A telephone number", Cancel);
        var hidden = (await aki.Ideas.ListBackers(idea, cancel: Cancel)).Items[0];
        var kept = (await mia.Ideas.ListBackers(idea, cancel: Cancel)).Items[0];
        await mia.Ideas.ShowReason(backer.Id, "It is the number of a shop", Cancel);
        var shown = (await aki.Ideas.ListBackers(idea, cancel: Cancel)).Items[0];

        Assert.Equal(backer with { Reason = null }, hidden);
        Assert.Equal(backer with { IsReasonHidden = true }, kept);
        Assert.Equal(backer, shown);
        Assert.Equal("reason-required", (await Refused(() => mia.Ideas.HideReason(backer.Id, " ", Cancel))).Code);
    }

    [Fact, GoesRound("ReadVoteBudget")]
    public async Task Votes_are_few_where_the_board_says_so()
    {
        var aki = await Somebody();
        var ideas = new List<long>();
        for (var n = 1; n <= 7; n++)
            ideas.Add(await Idea(await Somebody($"ben{n}"), $"A cup with {n} handles", Few));

        foreach (var idea in ideas.Take(6))
            await aki.Ideas.VoteForIdea(idea, cancel: Cancel);
        var spent = await aki.Ideas.ReadVoteBudget(Cancel);
        var refused = await Refused(() => aki.Ideas.VoteForIdea(ideas[6], cancel: Cancel));
        await aki.Ideas.TakeVoteBack(ideas[0], Cancel);

        Assert.Equal(new VoteBudget(6, 6, 0), spent);
        Assert.Equal("votes-spent", refused.Code);
        Assert.Equal(1, (await aki.Ideas.ReadIdea(ideas[6], Cancel)).VotesLeft);
        Assert.Equal("backers-hidden", (await Refused(() => aki.Ideas.ListBackers(ideas[1], cancel: Cancel))).Code);
    }

    [Fact, GoesRound("BackInstead")]
    public async Task Who_finds_their_wish_there_already_backs_it_and_their_words_are_kept_once()
    {
        var aki = await Somebody();
        var ben = await Somebody("ben");
        var idea = await Idea(aki, "A kettle that whistles softly");
        var key = Guid.NewGuid();

        var first = await ben.Ideas.BackInstead(idea, new UnsentIdea("A quiet kettle", "It wakes the whole camp."), key, Cancel);
        var again = await ben.Ideas.BackInstead(idea, new UnsentIdea("A quiet kettle", "It wakes the whole camp."), key, Cancel);
        var wordless = await aki.Ideas.BackInstead(idea, new UnsentIdea(), cancel: Cancel);

        Assert.Equal(first, again);
        Assert.Equal((1, 2), (first.Vote.BackerCount, first.Comment!.Number));
        Assert.Equal((2, null), (wordless.Vote.BackerCount, wordless.Comment));
        var details = await aki.Posts.ReadPost(first.Comment.Id, Cancel);
        Assert.Equal("A quiet kettle\n\nIt wakes the whole camp.", details.Markdown);
    }

    private async Task<long> Idea(CommunityClient by, string title, string board = Free) =>
        (await by.Ideas.SubmitIdea(board, new NewIdea(title, $"It would help us all. {Guid.NewGuid()}"), cancel: Cancel)).Number;

    private static async Task<(string Code, string? Field)> Refused(Func<Task> call)
    {
        var refused = await Assert.ThrowsAsync<CommunityApiException>(call);
        return (refused.Code, refused.Field);
    }
}
