using Community.Client;
using Community.Data;
using Community.Testing;

namespace Community.Web.Tests.Api;

/// <summary>
/// What real people voted, replayed through the client and over HTTP, all votes in every way: an agreement backs an idea, anything else
/// takes that back. The last vote counts, however they arrive; what moderators had set aside takes votes like the rest.
/// </summary>
public sealed class PolisOverHttpTests : IAsyncLifetime
{
    private const string Together = "eight ways";

    // Each way has ideas of its own. On the slower engine the hardest stands for all: a run has only so many minutes.
    private static readonly string[] Orders = TestDatabase.IsPostgres ? [Together] : ["file", "time", "shuffled", "doubled", Together];

    private readonly SocketsHttpHandler connections = new();
    private readonly ApiSite site = new() { Settings = ["--Community:Limits:VotesPerDay=1000000"] };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        connections.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task The_totals_are_those_of_the_last_votes_however_they_arrive()
    {
        var conversation = PolisConversation.Read("15-per-hour-seattle");
        var team = await Program("bea", Community.Members.TokenScope.Staff, Community.Shared.Role.Brand);
        var voters = new Dictionary<int, CommunityClient>();
        foreach (var voter in conversation.Votes.Select(v => v.Voter).Distinct())
            voters[voter] = await Program($"voter{voter}");

        foreach (var order in Orders)
        {
            var ideas = await Ideas(team, conversation);
            if (order == Together)
                await Task.WhenAll(Enumerable.Range(0, 8).Select(lane => Replay(conversation.Votes.Where(v => v.Voter % 8 == lane), ideas, voters)));
            else
                await Replay(conversation.In(order), ideas, voters);

            foreach (var (comment, agrees) in conversation.Agrees)
                Assert.Equal((order, comment, agrees), (order, comment, (await team.Ideas.ReadIdea(ideas[comment], Cancel)).BackerCount));
        }

        var differences = await site.Get<CommunityData>().Read(async db =>
        {
            var found = new List<string>();
            foreach (var verifier in site.Get<IEnumerable<IVerify>>())
                found.AddRange(await verifier.Check(db, Cancel));
            return found;
        });
        Assert.Empty(differences);
    }

    private static async Task Replay(IEnumerable<PolisConversation.Event> votes, Dictionary<int, long> ideas, Dictionary<int, CommunityClient> voters)
    {
        foreach (var vote in votes)
        {
            if (vote.Agrees)
                await voters[vote.Voter].Ideas.VoteForIdea(ideas[vote.Comment], cancel: Cancel);
            else
                await voters[vote.Voter].Ideas.TakeVoteBack(ideas[vote.Comment], Cancel);
        }
    }

    private async Task<Dictionary<int, long>> Ideas(CommunityClient team, PolisConversation conversation)
    {
        var ideas = new Dictionary<int, long>();
        foreach (var comment in conversation.Votes.Select(v => v.Comment).Concat(conversation.Agrees.Keys).Distinct().Order())
            ideas[comment] = (await team.Ideas.SubmitIdea("wishes", new NewIdea($"What was said as number {comment}", $"Somebody said so. {Guid.NewGuid()}"), cancel: Cancel)).Number;
        return ideas;
    }

    private async Task<CommunityClient> Program(string name, Community.Members.TokenScope scope = Community.Members.TokenScope.Write, Community.Shared.Role role = Community.Shared.Role.Member) =>
        site.Client((await site.Token(await site.Person(name, role), scope)).Token, connections);
}
