using Community.Data;
using Community.Members;
using Community.Shared;
using Community.Testing;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Ideas;

/// <summary>What real people voted, replayed: an agreement backs an idea, anything else takes that back. The last vote counts, however they arrive.</summary>
public sealed class PolisTests
{
    private const string Together = "eight ways";

    private static readonly string[] Orders = ["file", "time", "shuffled", "doubled", Together];

    // Seattle's comes by HTTP as well; on the slower engine it stands for all, in as many ways as a run of minutes allows.
    public static readonly TheoryData<string, string[]> Conversations = TestDatabase.IsPostgres
        ? new() { { "15-per-hour-seattle", ["shuffled", Together] } }
        : new() { { "scoop-hivemind.biodiversity", Orders }, { "football-concussions", Orders }, { "scoop-hivemind.ubi", Orders }, { "scoop-hivemind.freshwater", Orders } };

    [Theory]
    [MemberData(nameof(Conversations))]
    public async Task The_totals_are_those_of_the_last_votes_however_they_arrive(string name, string[] orders)
    {
        var conversation = PolisConversation.Read(name);
        await using var scene = await IdeaScene.Start();
        var voters = await Voters(scene, conversation);

        foreach (var order in orders)
        {
            var ideas = await Ideas(scene, conversation);
            if (order == Together)
                await Task.WhenAll(Enumerable.Range(0, 8).Select(lane => Task.Run(() => Replay(scene, conversation.Votes.Where(v => v.Voter % 8 == lane), ideas, voters))));
            else
                await Replay(scene, conversation.In(order), ideas, voters);

            var numbers = ideas.Values.ToList();
            var backers = await scene.Community.Read(db => db.Ideas.Where(i => numbers.Contains(i.Number)).ToDictionaryAsync(i => i.Number, i => i.BackerCount));
            Assert.All(conversation.Agrees, expected => Assert.Equal((order, expected.Key, expected.Value), (order, expected.Key, backers[ideas[expected.Key]])));
        }

        Assert.Empty(await scene.Differences());
    }

    private static async Task Replay(IdeaScene scene, IEnumerable<PolisConversation.Event> votes, Dictionary<int, long> ideas, Dictionary<int, Actor> voters)
    {
        foreach (var vote in votes)
            ForumScene.Must(vote.Agrees ? await scene.Vote(voters[vote.Voter], ideas[vote.Comment]) : await scene.TakeBack(voters[vote.Voter], ideas[vote.Comment]));
    }

    private static async Task<Dictionary<int, long>> Ideas(IdeaScene scene, PolisConversation conversation)
    {
        var ideas = new Dictionary<int, long>();
        foreach (var comment in conversation.Votes.Select(v => v.Comment).Concat(conversation.Agrees.Keys).Distinct().Order())
            ideas[comment] = await scene.Idea(scene.Brand, $"What was said as number {comment}", body: $"{IdeaScene.Body} ({ideas.Count}, {scene.Time.Now:O})");
        return ideas;
    }

    private static async Task<Dictionary<int, Actor>> Voters(IdeaScene scene, PolisConversation conversation)
    {
        var ids = scene.Community.Get<Ids>();
        var members = conversation.Votes.Select(v => v.Voter).Distinct().ToDictionary(voter => voter, voter => new Member
        {
            Id = ids.Next(),
            Handle = $"voter{voter}",
            HandleKey = HandleSkeleton.Of($"voter{voter}"),
            DisplayName = $"Voter {voter}",
            Trust = TrustLevel.Member,
            JoinedAt = scene.Time.Now - TimeSpan.FromDays(2),
        });
        await scene.Community.Arrange(db => db.Members.AddRange(members.Values));
        return members.ToDictionary(m => m.Key, m => Actor.Of(m.Value.Id, m.Value.Handle, Role.Member, TrustLevel.Member));
    }
}
