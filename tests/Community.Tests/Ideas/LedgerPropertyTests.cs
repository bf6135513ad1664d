using Community.Discussions;
using Community.Ideas;
using Community.Ideas.Votes;
using Community.Shared;
using Community.Shared.Personal;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Ideas;

/// <summary>Whatever is done at the same time: ledger, totals, budgets and hot keys equal a recomputation from zero.</summary>
public sealed class LedgerPropertyTests
{
    private const int Threads = 8;
    private const int ActsOfEach = 40;
    private const int Rounds = 3;
    private const string Text = "We have talked about it for a long time, and this is what comes of it.";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task What_is_kept_equals_what_the_ledger_says(int seed)
    {
        await using var scene = await IdeaScene.Start(("Community:Limits:DuplicateWindow", "00:00:00"), ("Community:Limits:PostInterval", "00:00:00"));
        var ideas = new List<long>();
        for (var i = 0; i < 6; i++)
            ideas.Add(await scene.Idea(title: $"A wish that many people have, number {i}", board: i % 2 == 0 ? IdeaScene.Few : IdeaScene.Free));
        var people = new List<Actor>();
        for (var i = 0; i < 10; i++)
            people.Add(await scene.Community.Person($"fan{i}"));
        var young = people[9];
        await scene.Community.Change(db => db.Members.Where(m => m.Id == young.MemberId).ExecuteUpdateAsync(m => m.SetProperty(x => x.JoinedAt, scene.Time.Now)));

        for (var round = 0; round < Rounds; round++)
        {
            // Between the rounds time passes: keys of very different size come and go.
            scene.Time.Pass(TimeSpan.FromDays(11));
            var (start, erased) = (round * 1_000, people[round]);
            await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(() => Acts(scene, ideas, people, new Random((seed * 100_000) + start + thread)))));
            await Task.WhenAll(scene.Community.Get<CountWaitingVotes>().Run(), Erase(scene, erased));

            Assert.Empty(await scene.Differences());
            await AssertBudgets(scene, people);
        }
    }

    private static async Task Acts(IdeaScene scene, List<long> ideas, List<Actor> people, Random random)
    {
        for (var act = 0; act < ActsOfEach; act++)
        {
            var (idea, other, who) = (ideas[random.Next(ideas.Count)], ideas[random.Next(ideas.Count)], people[random.Next(people.Count)]);
            Problem? refused = random.Next(20) switch
            {
                < 10 => (await scene.Vote(who, idea, random.Next(3) == 0 ? (Importance)random.Next(3) : null)).Problem,
                < 15 => (await scene.TakeBack(who, idea)).Problem,
                15 => (await scene.Merge(scene.Brand, idea, other)).Problem,
                16 => (await scene.Unmerge(scene.Brand, idea)).Problem,
                17 or 18 => (await Bring(scene, idea, (IdeaStatus)random.Next(2, 10))).Problem,
                _ => await Hide(scene, idea, random.Next(2) == 0),
            };
            // What is refused is refused with a sentence, never by an accident.
            Assert.True(refused is null or { Kind: ProblemKind.Conflict or ProblemKind.Invalid or ProblemKind.NotFound }, refused?.Code);
        }
    }

    private static Task<Result<Done>> Bring(IdeaScene scene, long idea, IdeaStatus to) =>
        scene.Community.Get<SetIdeaStatus>().Run(scene.Moderator, new SetIdeaStatus.Input(idea, to, to.NeedsText() ? Text : null, Guid.NewGuid()));

    private static async Task<Problem?> Hide(IdeaScene scene, long idea, bool to)
    {
        var opening = await scene.Community.Read(db => db.Posts.Where(p => p.Number == 1 && db.Ideas.Any(i => i.Id == p.DiscussionId && i.Number == idea)).Select(p => p.Id).FirstAsync());
        return (await scene.Community.Get<ChangePostState>().Run(scene.Moderator, new(opening, to ? PostState.Hidden : PostState.Visible, "As chance has it"))).Problem;
    }

    private static async Task Erase(IdeaScene scene, Actor whom)
    {
        var person = new ErasedPerson(whom.MemberId!.Value, whom.Handle!, [], [], "former-member", false, Languages.English);
        foreach (var part in scene.Community.All<IPersonalData>())
            await part.EraseRest(scene.Community.Data, person, CancellationToken.None);
    }

    private static async Task AssertBudgets(IdeaScene scene, List<Actor> people)
    {
        foreach (var who in people)
        {
            var spent = await scene.Community.Read(async db =>
            {
                var votes = await db.IdeaVotes.Where(v => v.MemberId == who.MemberId && v.UndoneAt == null).Select(v => v.IdeaId).ToListAsync();
                var open = await db.Ideas.Join(db.IdeaBoards.Where(b => b.HasBudget), i => i.BoardId, b => b.Id, (i, _) => i).ToListAsync();
                return open.Count(i => i.State == PostState.Visible && i.Status.IsOpen() && votes.Contains(i.Id));
            });
            var shown = await scene.Community.Get<ReadBudget>().Run(who);
            Assert.Equal(spent, shown!.Spent);
        }
    }
}
