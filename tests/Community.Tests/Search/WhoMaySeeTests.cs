using Community.Discussions;
using Community.Forums;
using Community.Search;
using Community.Shared;
using Community.Tests.Support;

namespace Community.Tests.Search;

/// <summary>What somebody may not see is in nothing that search answers, and what they may see is.</summary>
public sealed class WhoMaySeeTests
{
    private const string Title = "The zanzibar plan for spring";
    private const string Words = "We mend every quagga clasp before the season opens.";

    public static TheoryData<string> WaysToBeUnseen => ["forum", "hidden", "held", "removed", "removed-by-author", "moved", "erased"];

    [Theory]
    [MemberData(nameof(WaysToBeUnseen))]
    public async Task What_is_not_to_be_seen_is_in_no_answer(string way)
    {
        await using var scene = await ForumScene.Start();
        var other = await scene.Topic("Another zanzibar plan of ours", "Something about the season that opens soon.");
        var topic = await scene.Topic(Title, Words, way == "forum" ? scene.Moderator : scene.Ben, "quaggas", way == "forum" ? "staff-room" : "help");
        if (way != "forum")
            Assert.True(await Answers(scene, other) > 0);

        await Hide(scene, topic, way);

        Assert.Equal(0, await Answers(scene, other));
        Assert.Empty(await scene.Differences());
    }

    [Theory]
    [InlineData("forum")]
    [InlineData("hidden")]
    public async Task Whoever_may_see_it_finds_it_or_its_place_is_empty_for_all(string way)
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic(Title, Words, way == "forum" ? scene.Moderator : scene.Ben, forum: way == "forum" ? "staff-room" : "help");
        await Hide(scene, topic, way);

        Assert.Equal(way == "forum" ? $"{topic}/1" : "", await scene.Found("zanzibar", by: scene.Moderator));
    }

    [Fact]
    public async Task A_post_that_comes_back_is_found_again()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic("Something else altogether");
        var reply = await scene.Says(scene.Ben, topic, Words);

        await scene.Bring(scene.Moderator, reply.PostId, PostState.Hidden);
        Assert.Equal("", await scene.Found("quagga"));

        await scene.Bring(scene.Moderator, reply.PostId, PostState.Visible);
        Assert.Equal($"{topic}/2", await scene.Found("quagga"));
    }

    [Fact]
    public async Task Replies_under_a_hidden_opening_are_not_found()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic("Something else altogether");
        await scene.Says(scene.Ben, topic, Words);

        await scene.Bring(scene.Moderator, (await scene.ReadPost(topic, 1)).Id, PostState.Hidden);

        Assert.Equal("", await scene.Found("quagga"));
    }

    [Fact]
    public async Task An_edit_is_found_and_what_it_replaced_is_not()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic("Something else altogether", Words);
        var post = await scene.ReadPost(topic, 1);

        ForumScene.Must(await scene.Community.Get<EditPost>().Run(scene.Aki, new(post.Id, post.Version, "We mend every okapi clasp before the season opens.", "A wombat for the summer", "")));

        Assert.Equal("", await scene.Found("quagga"));
        Assert.Equal($"{topic}/1", await scene.Found("okapi"));
        Assert.Equal($"{topic}/1", await scene.Found("wombat", SearchScope.Topics));
    }

    [Fact]
    public async Task An_act_that_is_refused_leaves_no_entry()
    {
        await using var scene = await ForumScene.Start();
        await scene.Topic("Something else altogether");

        var refused = await scene.Start(scene.Newcomer, Title, Words, forum: "staff-room");

        Assert.False(refused.Ok);
        Assert.Equal("", await scene.Found("quagga", by: scene.Admin));
    }

    private static async Task Hide(ForumScene scene, long topic, string way)
    {
        var post = (await scene.ReadPost(topic, 1)).Id;
        switch (way)
        {
            case "hidden":
                await scene.Bring(scene.Moderator, post, PostState.Hidden);
                break;
            case "held":
                await scene.Bring(scene.Moderator, post, PostState.Held);
                break;
            case "removed":
                await scene.Bring(scene.Moderator, post, PostState.RemovedByStaff);
                break;
            case "removed-by-author":
                ForumScene.Must(await scene.Community.Get<RemoveOwnPost>().Run(scene.Ben, post));
                break;
            case "moved":
                ForumScene.Must(await scene.Community.Get<MoveTopic>().Run(scene.Moderator, new(topic, "staff-room", "Not for everybody")));
                break;
            case "erased":
                await scene.Erase(scene.Ben);
                break;
        }
    }

    // Every door for a visitor: results and counts of every scope, suggestions, similar and related topics, "did you mean".
    private static async Task<int> Answers(ForumScene scene, long otherTopic)
    {
        await scene.Community.Get<CountTerms>().Run();
        var found = 0;
        foreach (var scope in new[] { SearchScope.Topics, SearchScope.Posts, SearchScope.Tags })
        {
            foreach (var text in new[] { "quagga", "spring", "quaggas author:ben", "tag:quaggas" })
            {
                var results = await scene.Search(text, scope);
                found += results.Hits.Count + results.Count;
            }
        }

        found += (await scene.Search("quaggo")).DidYouMean is null ? 0 : 1;
        found += (await scene.Community.Get<SuggestWhileTyping>().Run(Actor.Visitor, "spri")).Count;
        found += (await scene.Community.Get<SuggestWhileTyping>().Run(Actor.Visitor, "quag")).Count;
        found += (await scene.Community.Get<SimilarSubjects>().Run(Actor.Visitor, ContentKind.Topic, "quagga clasp for spring")).Count;
        var related = (await scene.ReadTopic(otherTopic)).Id;
        found += (await scene.Community.Get<RelatedTopics>().Run(Actor.Visitor, related)).Count;
        return found;
    }
}
