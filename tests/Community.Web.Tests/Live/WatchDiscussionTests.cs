using System.Net;
using System.Threading.Channels;
using Community.Client;
using Community.Shared;
using Community.Web.Tests.Api;
using Community.Web.Tests.Support;

namespace Community.Web.Tests.Live;

[Collection(nameof(ApiSite))]
public sealed class WatchDiscussionTests(ApiSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task _07_Each_change_comes_once_also_those_of_the_time_without_a_network()
    {
        var aki = await site.ClientOf("aki");
        var topic = await aki.Topics.ReadTopic((await site.Topic(aki)).Number, Cancel);
        using var relay = new Relay(site.Address);
        using var far = new CommunityClient(new HttpClient(), new CommunityClientOptions { BaseAddress = new Uri(relay.Address), Retries = 0, FirstWait = TimeSpan.FromMilliseconds(20), LongestWait = TimeSpan.FromMilliseconds(100) });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var heard = Channel.CreateUnbounded<Changes>();
        var watching = Watch(far.WatchDiscussion(topic.Id, topic.ChangeNumber, stop.Token), heard.Writer);

        var seen = new List<Changes>();
        await Reply(aki, topic, "While it listens.");
        await Until(heard.Reader, seen, 2);
        relay.Cut();
        await Reply(aki, topic, "While it is cut off.");
        await Reply(aki, topic, "While it is still cut off.");
        relay.Mend();
        await Until(heard.Reader, seen, 4);
        await Reply(aki, topic, "After it came back.");
        await Until(heard.Reader, seen, 5);
        await stop.CancelAsync();

        Assert.Equal([2, 3, 4, 5], seen.SelectMany(changes => changes.Posts).Select(post => post.Number));
        Assert.Equal(seen.Select(changes => changes.ChangeNumber).Distinct().Order(), seen.Select(changes => changes.ChangeNumber));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }

    [Fact]
    public async Task _07_What_changed_before_the_watch_began_comes_first()
    {
        var aki = await site.ClientOf("aki");
        var topic = await aki.Topics.ReadTopic((await site.Topic(aki)).Number, Cancel);
        await Reply(aki, topic, "Before anybody listened.");

        await foreach (var changes in site.Client().WatchDiscussion(topic.Id, topic.ChangeNumber, Cancel))
        {
            Assert.Equal(2, Assert.Single(changes.Posts).Number);
            break;
        }
    }

    [Fact]
    public async Task _07_A_post_that_waits_again_is_gone_and_comes_back_once_it_is_let_through()
    {
        var aki = await site.ClientOf("aki");
        var topic = await aki.Topics.ReadTopic((await site.Topic(aki)).Number, Cancel);
        await Reply(aki, topic, "Somebody looks at this twice.");
        var id = long.Parse((await aki.Topics.ListChanges(topic.Id, topic.ChangeNumber, Cancel)).Posts.Single().Id, System.Globalization.CultureInfo.InvariantCulture);
        var mia = Actor.Of(1, "mia", Community.Shared.Role.Moderator, Community.Shared.TrustLevel.Member);
        await using var heard = site.Client().WatchDiscussion(topic.Id, topic.ChangeNumber, Cancel).GetAsyncEnumerator(Cancel);
        await heard.MoveNextAsync();

        await Bring(Community.Discussions.PostState.Held);
        await heard.MoveNextAsync();
        var waiting = heard.Current;
        await Bring(Community.Discussions.PostState.Visible);
        await heard.MoveNextAsync();

        Assert.Equal([2], waiting.AbsentNumbers);
        Assert.Empty(waiting.Posts);
        Assert.Equal(2, Assert.Single(heard.Current.Posts).Number);

        async Task Bring(Community.Discussions.PostState to) => Assert.True((await site.Get<Community.Discussions.ChangePostState>().Run(mia, new Community.Discussions.ChangePostState.Input(id, to, "Looked at again"), Cancel)).Ok);
    }

    [Fact]
    public async Task _07_It_ends_with_the_reason_when_the_topic_may_not_be_read_any_more()
    {
        var aki = await site.ClientOf("aki");
        var topic = await aki.Topics.ReadTopic((await site.Topic(aki)).Number, Cancel);
        var watching = Watch(aki.WatchDiscussion(topic.Id, topic.ChangeNumber, Cancel), Channel.CreateUnbounded<Changes>().Writer);

        var mia = Actor.Of(1, "mia", Community.Shared.Role.Moderator, Community.Shared.TrustLevel.Member);
        Assert.True((await site.Get<Community.Forums.MoveTopic>().Run(mia, new Community.Forums.MoveTopic.Input(topic.Number, "staff-room", "Belongs there"), Cancel)).Ok);

        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<CommunityApiException>(() => watching)).Status);
    }

    [Fact]
    public async Task _07_It_ends_with_the_reason_when_the_token_works_no_more()
    {
        var mia = await site.Person("mia", Community.Shared.Role.Moderator);
        var (spare, token) = (await site.Token(mia, Community.Members.TokenScope.Staff), await site.Token(mia, Community.Members.TokenScope.Staff));
        var staff = site.Client(spare.Token);
        var started = await staff.Topics.StartTopic("staff-room", new NewTopic("What the staff says to itself", $"Words for few. {Guid.NewGuid()}"), cancel: Cancel);
        var topic = await staff.Topics.ReadTopic(started.Number, Cancel);
        var heard = Channel.CreateUnbounded<Changes>();
        var watching = Watch(site.Client(token.Token).WatchDiscussion(topic.Id, 0, Cancel), heard.Writer);
        await heard.Reader.ReadAsync(Cancel);

        await site.Client(token.Token).Me.RevokeToken(token.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), Cancel);
        await Reply(staff, topic, "Not for everybody's ears.");

        Assert.Equal("token-invalid", (await Assert.ThrowsAsync<CommunityApiException>(() => watching)).Code);
    }

    private static async Task Watch(IAsyncEnumerable<Changes> watch, ChannelWriter<Changes> into)
    {
        await foreach (var changes in watch)
            into.TryWrite(changes);
    }

    private static async Task Until(ChannelReader<Changes> heard, List<Changes> seen, int number)
    {
        while (!seen.Any(changes => changes.Posts.Any(post => post.Number == number)))
            seen.Add(await heard.ReadAsync(Cancel));
    }

    private static Task Reply(CommunityClient by, TopicDetails topic, string text) => by.Topics.PostReply(topic.Number, new NewPost(text), cancel: Cancel);
}
