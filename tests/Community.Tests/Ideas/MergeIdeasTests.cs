using Community.Ideas;
using Community.Ideas.Votes;
using Community.Moderation;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Ideas;

public sealed class MergeIdeasTests
{
    [Fact]
    public async Task Merged_ideas_count_each_person_once_and_unmerging_restores_the_exact_votes()
    {
        await using var scene = await IdeaScene.Start();
        var (source, target) = (await scene.Idea(scene.Aki), await scene.Idea(scene.Ben));
        var fans = new List<Actor>();
        foreach (var name in new[] { "chie", "dai", "emi" })
            fans.Add(await scene.Community.Person(name));
        await scene.Backs(fans[0], source, target);
        await scene.Backs(fans[1], source);
        await scene.Backs(fans[2], target);
        ForumScene.Must(await scene.Vote(fans[1], source, Importance.Essential));
        var before = (await scene.ReadIdea(source), await scene.ReadIdea(target));

        ForumScene.Must(await scene.Merge(scene.Brand, source, target));

        var merged = await scene.View(fans[1], target);
        Assert.Equal(3, merged.Head.BackerCount);
        Assert.Equal(Importance.Essential, merged.Own!.Importance);
        Assert.Equal(new Weights(0, 0, 1), merged.Weights);
        var origin = Assert.Single(merged.Merged);
        Assert.Equal((source, "aki", 2), (origin.Idea.Number, origin.Idea.Author.Handle, origin.Backers));
        Assert.Equal(target, (await scene.View(scene.Ben, source)).Head.MergedInto!.Number);
        Assert.Equal(3, ForumScene.Must(await scene.Community.Get<ListBackers>().Run(scene.Ben, source, null)).Items.Count);
        Assert.Empty(await scene.Differences());

        ForumScene.Must(await scene.Unmerge(scene.Brand, source));

        var after = (await scene.ReadIdea(source), await scene.ReadIdea(target));
        Assert.Equal((before.Item1.BackerCount, before.Item1.Hot, before.Item1.Status), (after.Item1.BackerCount, after.Item1.Hot, after.Item1.Status));
        Assert.Equal(before.Item2.BackerCount, after.Item2.BackerCount);
        Assert.Equal(before.Item2.Hot!.Value, after.Item2.Hot!.Value, 9);
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task Before_unmerging_the_team_sees_how_many_would_back_each()
    {
        await using var scene = await IdeaScene.Start();
        var (source, target, other) = (await scene.Idea(scene.Aki), await scene.Idea(scene.Ben), await scene.Idea(scene.Ben));
        var (chie, dai) = (await scene.Community.Person("chie"), await scene.Community.Person("dai"));
        await scene.Backs(chie, source, target);
        await scene.Backs(dai, other);
        ForumScene.Must(await scene.Merge(scene.Brand, source, target));
        ForumScene.Must(await scene.Merge(scene.Brand, other, target));
        var desk = scene.Community.Get<ReadIdeaDesk>();

        Assert.Equal(new UnmergePreview(1, 2), ForumScene.Must(await desk.Unmerge(scene.Brand, source)));
        Assert.Equal(new UnmergePreview(1, 1), ForumScene.Must(await desk.Unmerge(scene.Brand, other)));
        Assert.Equal(ProblemKind.NotFound, (await desk.Unmerge(scene.Brand, target)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await desk.Unmerge(chie, source)).Problem!.Kind);
    }

    [Fact]
    public async Task A_vote_on_what_was_merged_goes_to_what_it_was_merged_into_and_is_taken_back_from_all()
    {
        await using var scene = await IdeaScene.Start();
        var (source, target) = (await scene.Idea(scene.Aki), await scene.Idea(scene.Aki));
        var chie = await scene.Community.Person("chie");
        await scene.Backs(chie, source);
        ForumScene.Must(await scene.Merge(scene.Brand, source, target));

        var voted = ForumScene.Must(await scene.Vote(scene.Ben, source));
        var again = ForumScene.Must(await scene.Vote(chie, target));
        Assert.Equal((target, 2), (voted.IdeaNumber, voted.Backers));
        Assert.Equal(2, again.Backers);

        ForumScene.Must(await scene.TakeBack(chie, target));
        Assert.Equal(1, (await scene.ReadIdea(target)).BackerCount);
        Assert.Empty(await scene.Differences());
        ForumScene.Must(await scene.Unmerge(scene.Brand, source));

        Assert.Equal((0, 1), ((await scene.ReadIdea(source)).BackerCount, (await scene.ReadIdea(target)).BackerCount));
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task No_chains_no_self_and_nothing_that_others_may_not_read()
    {
        await using var scene = await IdeaScene.Start();
        await scene.OpenBoard("inside", board => (board.ReadAudience, board.SubmitAudience) = (Audience.Staff, Audience.Staff));
        var (a, b, c) = (await scene.Idea(), await scene.Idea(), await scene.Idea());
        var secret = await scene.Idea(scene.Brand, board: "inside");
        var shipped = await scene.Idea();
        ForumScene.Must(await scene.Bring(scene.Brand, shipped, IdeaStatus.Shipped, "It is in the shops since Monday, in three colours."));
        ForumScene.Must(await scene.Merge(scene.Brand, a, b));

        ForumScene.Must(await scene.Merge(scene.Brand, a, b));
        Assert.Equal("merge-self", (await scene.Merge(scene.Brand, c, c)).Problem?.Code);
        Assert.Equal("idea-merged", (await scene.Merge(scene.Brand, a, c)).Problem?.Code);
        Assert.Equal("merge-into-merged", (await scene.Merge(scene.Brand, c, a)).Problem?.Code);
        Assert.Equal("merge-has-merged", (await scene.Merge(scene.Brand, b, c)).Problem?.Code);
        Assert.Equal("merge-audience", (await scene.Merge(scene.Brand, secret, c)).Problem?.Code);
        Assert.Equal("idea-closed", (await scene.Merge(scene.Brand, shipped, c)).Problem?.Code);
        Assert.Equal("idea-unknown", (await scene.Merge(scene.Brand, c, 99)).Problem?.Code);
        Assert.Equal("team-only", (await scene.Merge(scene.Ben, c, b)).Problem?.Code);
        Assert.Equal(ProblemKind.NotFound, (await scene.Merge(scene.Ben, secret, c)).Problem?.Kind);
        Assert.Equal("idea-merged", (await scene.Comment(scene.Ben, a)).Problem?.Code);
        Assert.Equal("idea-merged", (await scene.Bring(scene.Brand, a, IdeaStatus.Planned, "Not on its own, but it will come with the other.")).Problem?.Code);
    }

    [Fact]
    public async Task Two_that_are_merged_into_each_other_at_once_end_as_one()
    {
        await using var scene = await IdeaScene.Start();
        for (var round = 0; round < 5; round++)
        {
            var (a, b) = (await scene.Idea(), await scene.Idea());
            await scene.Backs(scene.Ben, a);

            var done = await Task.WhenAll(Task.Run(() => scene.Merge(scene.Brand, a, b)), Task.Run(() => scene.Merge(scene.Moderator, b, a)));

            Assert.Single(done, d => d.Ok);
            Assert.Contains(Assert.Single(done, d => !d.Ok).Problem!.Code, new[] { "merge-into-merged", "idea-merged" });
            Assert.Empty(await scene.Differences());
        }
    }

    [Fact]
    public async Task A_merge_is_taken_back_from_the_log_and_so_is_an_unmerging()
    {
        await using var scene = await IdeaScene.Start();
        var (a, b) = (await scene.Idea(), await scene.Idea());
        ForumScene.Must(await scene.Merge(scene.Brand, a, b));
        var undo = scene.Community.Get<UndoAct>();

        ForumScene.Must(await undo.Run(scene.Moderator, await Last(scene)));
        Assert.Null((await scene.ReadIdea(a)).MergedIntoId);
        ForumScene.Must(await undo.Run(scene.Moderator, await Last(scene)));

        Assert.Equal((await scene.ReadIdea(b)).Id, (await scene.ReadIdea(a)).MergedIntoId);
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task Splitting_names_who_wished_for_it_and_moves_no_vote()
    {
        await using var scene = await IdeaScene.Start();
        var whole = await scene.Idea(title: "A better lid, and a second colour");
        await scene.Backs(scene.Ben, whole);
        scene.Time.Pass(TimeSpan.FromMinutes(10));

        var part = ForumScene.Must(await scene.Community.Get<SplitIdea>().Run(scene.Brand, new(whole, "A second colour for the bottle", "Aki asked for a second colour, which is a wish of its own.", Guid.NewGuid())));

        var view = await scene.View(scene.Ben, part.Number);
        Assert.Equal((whole, "aki"), (view.Head.SplitFrom!.Number, view.Head.SplitFrom.Author.Handle));
        Assert.Equal(part.Number, Assert.Single((await scene.View(scene.Ben, whole)).SplitInto).Number);
        Assert.Equal((1, 0), ((await scene.ReadIdea(whole)).BackerCount, (await scene.ReadIdea(part.Number)).BackerCount));
        Assert.Equal("team-only", (await scene.Community.Get<SplitIdea>().Run(scene.Ben, new(whole, "A second colour for the bottle", IdeaScene.Body, Guid.NewGuid()))).Problem?.Code);
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task What_it_was_taken_out_of_is_named_to_those_who_may_read_it()
    {
        await using var scene = await IdeaScene.Start();
        await scene.OpenBoard("inside", board => (board.ReadAudience, board.SubmitAudience) = (Audience.Staff, Audience.Staff));
        var whole = await scene.Idea(title: "A better lid, and a word about prices");
        scene.Time.Pass(TimeSpan.FromMinutes(10));
        var part = ForumScene.Must(await scene.Community.Get<SplitIdea>().Run(scene.Brand, new(whole, "A better lid for the bottle", "Aki asked for a better lid, which is a wish of its own.", Guid.NewGuid())));

        ForumScene.Must(await scene.Community.Get<MoveIdea>().Run(scene.Brand, new(whole, "inside")));

        Assert.Null((await scene.View(scene.Ben, part.Number)).Head.SplitFrom);
        Assert.Equal(whole, (await scene.View(scene.Brand, part.Number)).Head.SplitFrom!.Number);
    }

    [Fact]
    public async Task Moving_takes_along_what_is_told_together_and_keeps_the_number()
    {
        await using var scene = await IdeaScene.Start();
        await scene.OpenBoard("inside", board => (board.ReadAudience, board.SubmitAudience, board.Statuses) = (Audience.Staff, Audience.Staff, [IdeaStatus.Shipped]));
        var (a, b) = (await scene.Idea(), await scene.Idea());
        await scene.Backs(scene.Ben, a, b);
        ForumScene.Must(await scene.Merge(scene.Brand, a, b));
        var move = scene.Community.Get<MoveIdea>();

        Assert.Equal("idea-merged", (await move.Run(scene.Brand, new(a, "inside"))).Problem?.Code);
        Assert.Equal("board-unknown", (await move.Run(scene.Brand, new(b, "nowhere"))).Problem?.Code);
        Assert.Equal("team-only", (await move.Run(scene.Ben, new(b, IdeaScene.Few))).Problem?.Code);
        ForumScene.Must(await move.Run(scene.Brand, new(b, "inside")));

        Assert.Equal(ProblemKind.NotFound, (await scene.Community.Get<ReadIdea>().Run(scene.Ben, a, 1)).Problem?.Kind);
        Assert.Equal(b, (await scene.View(scene.Brand, b)).Head.Number);
        Assert.Empty(await scene.Differences());
        ForumScene.Must(await scene.Unmerge(scene.Brand, a));
        ForumScene.Must(await scene.Bring(scene.Brand, b, IdeaStatus.Shipped, "It is in the shops since Monday, in three colours."));
        Assert.Empty(await scene.Differences());
    }

    private static Task<long> Last(IdeaScene scene) =>
        scene.Community.Read(db => db.Log.Where(e => e.Action == "merge-idea" || e.Action == "unmerge-idea").MaxAsync(e => e.Sequence));
}
