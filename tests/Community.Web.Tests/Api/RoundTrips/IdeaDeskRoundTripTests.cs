using Community.Client;

namespace Community.Web.Tests.Api.RoundTrips;

public sealed class IdeaDeskRoundTripTests(ApiSite site) : RoundTrip(site)
{
    [Fact, GoesRound("SetIdeaStatus", "ReadRoadmap", "ListShippedIdeas")]
    public async Task The_team_answers_plans_and_ships_an_idea()
    {
        var aki = await Somebody();
        var bea = await Staff(Community.Shared.Role.Brand);
        var idea = await Idea(aki, "A map that survives the rain");
        var key = Guid.NewGuid();

        await bea.Ideas.SetIdeaStatus(idea, new StatusDecision(IdeaStatus.Planned, "We print it on cloth.", IdeaStatus.Open), key, Cancel);
        await bea.Ideas.SetIdeaStatus(idea, new StatusDecision(IdeaStatus.Planned, "We print it on cloth.", IdeaStatus.Open), key, Cancel);
        var planned = await aki.Ideas.ReadIdea(idea, Cancel);
        var lane = (await aki.Ideas.ReadRoadmap("wishes", Cancel)).Single(one => one.Status == IdeaStatus.Planned);
        var late = await Refused(() => bea.Ideas.SetIdeaStatus(idea, new StatusDecision(IdeaStatus.UnderReview, From: IdeaStatus.Open), cancel: Cancel));
        var wordless = await Refused(() => bea.Ideas.SetIdeaStatus(idea, new StatusDecision(IdeaStatus.Shipped), cancel: Cancel));
        var unknown = await Refused(() => bea.Ideas.SetIdeaStatus(idea, new StatusDecision(IdeaStatus.Unknown), cancel: Cancel));
        await bea.Ideas.SetIdeaStatus(idea, new StatusDecision(IdeaStatus.Shipped, "It is in the shop."), cancel: Cancel);
        var shipped = await aki.Ideas.ListAllShippedIdeas(Cancel).FirstAsync(one => one.Idea.Number == idea, Cancel);

        Assert.Equal((IdeaStatus.Planned, 1, true, 2), (planned.Status, planned.CommentCount, planned.Answer!.IsOfficial, planned.Answer.Number));
        Assert.Equal((IdeaStatus.Open, IdeaStatus.Planned, planned.Answer.Id), planned.History.Select(step => (step.From, step.To, step.PostId)).Single());
        Assert.Contains(lane.Ideas, one => one.Number == idea);
        Assert.Equal(("already-handled", null), late);
        Assert.Equal(("official-text-required", "markdown"), wordless);
        Assert.Equal(("idea-status-unknown", "to"), unknown);
        Assert.Equal(["aki"], shipped.Credits.Select(person => person.Name));
        Assert.Contains("It is in the shop.", shipped.AnswerHtml);
    }

    [Fact, GoesRound("MergeIdeas", "UnmergeIdea", "ReadLog")]
    public async Task Two_ideas_are_told_together_and_apart_again()
    {
        var (aki, ben, mia) = (await Somebody(), await Somebody("ben"), await Staff());
        var (source, target) = (await Idea(aki, "A hat against the sun"), await Idea(ben, "A cap against the sun"));
        await aki.Ideas.VoteForIdea(source, cancel: Cancel);
        await ben.Ideas.VoteForIdea(source, cancel: Cancel);
        await ben.Ideas.VoteForIdea(target, cancel: Cancel);

        await mia.Ideas.MergeIdeas(source, target, Cancel);
        await mia.Ideas.MergeIdeas(source, target, Cancel);
        var (gone, stays) = (await ben.Ideas.ReadIdea(source, Cancel), await aki.Ideas.ReadIdea(target, Cancel));
        var vote = await aki.Ideas.VoteForIdea(source, cancel: Cancel);
        var closed = await Refused(() => aki.Ideas.CommentOnIdea(source, new NewPost("Is this still here?"), cancel: Cancel));
        var logged = await mia.Moderation.ReadWholeLog(action: "merge-idea", cancel: Cancel).FirstAsync(Cancel);
        await mia.Ideas.UnmergeIdea(source, Cancel);
        var apart = await ben.Ideas.ReadIdea(source, Cancel);

        Assert.Equal((IdeaStatus.Merged, target), (gone.Status, gone.MergedInto!.Number));
        Assert.Equal((2, true), (stays.BackerCount, stays.IsBacked));
        Assert.Equal((source, 2), stays.MergedFrom.Select(merged => (merged.Idea.Number, merged.BackerCount)).Single());
        Assert.Equal(new GivenVote(target, false, 2), vote);
        Assert.Equal("idea-merged", closed.Code);
        Assert.Equal((ContentKind.Idea, gone.Id), (logged.Subject.Kind, logged.Subject.Id));
        Assert.Equal((IdeaStatus.Open, null, 2), (apart.Status, apart.MergedInto, apart.BackerCount));
        Assert.Equal(("merge-self", "into"), await Refused(() => mia.Ideas.MergeIdeas(source, source, Cancel)));
    }

    [Fact, GoesRound("SplitIdea", "MoveIdea")]
    public async Task A_second_wish_is_taken_out_and_moved()
    {
        var (aki, mia) = (await Somebody(), await Staff());
        var idea = await Idea(aki, "A bag and a rope for it");
        var key = Guid.NewGuid();

        var part = await mia.Ideas.SplitIdea(idea, new IdeaPart("A rope that floats", "Taken out of another idea."), key, Cancel);
        var again = await mia.Ideas.SplitIdea(idea, new IdeaPart("A rope that floats", "Taken out of another idea."), key, Cancel);
        await mia.Ideas.MoveIdea(part.Number, new IdeaMove("products"), Cancel);
        var moved = await aki.Ideas.ReadIdea(part.Number, Cancel);

        Assert.Equal(part, again);
        Assert.Equal(("products", idea), (moved.Board.Slug, moved.SplitFrom!.Number));
        Assert.Equal([part.Number], (await aki.Ideas.ReadIdea(idea, Cancel)).SplitInto.Select(one => one.Number));
        Assert.Equal(("board-unknown", "board"), await Refused(() => mia.Ideas.MoveIdea(idea, new IdeaMove("nowhere"), Cancel)));
        Assert.Equal(("reason-too-long", "reason"), await Refused(() => mia.Ideas.MoveIdea(idea, new IdeaMove("products", new string('x', 501)), Cancel)));
    }

    [Fact, GoesRound("PassOnVote", "ListPassedOn", "TakeBackPassedOn")]
    public async Task What_was_said_elsewhere_is_passed_on_and_taken_back()
    {
        var (aki, bea) = (await Somebody(), await Staff(Community.Shared.Role.Brand));
        var idea = await Idea(aki, "A torch with a hand crank");
        var key = Guid.NewGuid();
        var vote = new NewPassedOn("Uncle Ben", "He said so in the shop in Kobe.");

        await bea.Ideas.PassOnVote(idea, vote, key, Cancel);
        await bea.Ideas.PassOnVote(idea, vote, key, Cancel);
        var passedOn = Assert.Single(await bea.Ideas.ListPassedOn(idea, Cancel));
        var counted = await aki.Ideas.ReadIdea(idea, Cancel);
        await bea.Ideas.TakeBackPassedOn(passedOn.Id, Cancel);
        var elsewhere = await Refused(async () => await bea.Ideas.PassOnVote(await Idea(aki, "A torch for the head"), vote, key, Cancel));

        Assert.Equal(("Uncle Ben", "He said so in the shop in Kobe."), (passedOn.Name, passedOn.Evidence));
        Assert.Equal((1, 0), (counted.PassedOnCount, counted.BackerCount));
        Assert.Empty(await bea.Ideas.ListPassedOn(idea, Cancel));
        Assert.Equal("key-used", elsewhere.Code);
    }

    [Fact, GoesRound]
    public async Task A_token_for_writing_decides_nothing()
    {
        var bea = await As(await Site.Person("bea", Community.Shared.Role.Brand));
        var idea = await Idea(await Somebody(), "A net against midges");

        var refused = await Refused(() => bea.Ideas.SetIdeaStatus(idea, new StatusDecision(IdeaStatus.UnderReview), cancel: Cancel));

        Assert.Equal("token-scope", refused.Code);
        Assert.Equal(IdeaStatus.Open, (await bea.Ideas.ReadIdea(idea, Cancel)).Status);
    }

    private async Task<long> Idea(CommunityClient by, string title) =>
        (await by.Ideas.SubmitIdea("wishes", new NewIdea(title, $"It would help us all. {Guid.NewGuid()}"), cancel: Cancel)).Number;

    private static async Task<(string Code, string? Field)> Refused(Func<Task> call)
    {
        var refused = await Assert.ThrowsAsync<CommunityApiException>(call);
        return (refused.Code, refused.Field);
    }
}
