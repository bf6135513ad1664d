using System.Net;
using Community.Client;

namespace Community.Web.Tests.Api.RoundTrips;

public sealed class SearchRoundTripTests(ApiSite site) : RoundTrip(site)
{
    [Fact, GoesRound("Search")]
    public async Task A_visitor_finds_topics_posts_tags_and_members_and_nothing_of_the_staff()
    {
        var aki = await Somebody();
        var started = await aki.Topics.StartTopic("help", new NewTopic("Where does one buy an astrolabe?", "Mine fell into the harbour.", ["astrolabe"]), cancel: Cancel);
        var visitor = With(null);

        var topics = await visitor.Search.Search("astrolabe", cancel: Cancel);
        var posts = await visitor.Search.Search("harbour", SearchScope.Posts, SearchOrder.Newest, cancel: Cancel);
        var tags = await visitor.Search.Search("astrolabe", SearchScope.Tags, cancel: Cancel);
        var nothing = await visitor.Search.Search("xylophone", cancel: Cancel);

        var post = Assert.Single(topics.Items).Post!;
        Assert.Equal((started.Number, 1), (post.SubjectNumber, post.Number));
        Assert.Equal("astrolabe", string.Concat(post.Title.Marks.Select(mark => post.Title.Text.Substring(mark.Start, mark.Length))));
        Assert.Contains(posts.Items, item => item.Post!.SubjectNumber == started.Number);
        Assert.Equal("astrolabe", Assert.Single(tags.Items).Tag!.Key);
        Assert.Equal((0, null), (nothing.Count, nothing.Next));
        var refused = await Assert.ThrowsAsync<CommunityApiException>(() => visitor.Search.Search("tin", after: "nothing", cancel: Cancel));
        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
    }
}
