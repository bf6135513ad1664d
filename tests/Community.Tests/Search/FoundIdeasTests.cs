using Community.Discussions;
using Community.Ideas;
using Community.Search;
using Community.Shared;
using Community.Shared.Personal;
using Community.Tests.Support;

namespace Community.Tests.Search;

/// <summary>Ideas are found as topics are, and nobody finds one that they may not read.</summary>
public sealed class FoundIdeasTests
{
    private const string Title = "The zanzibar plan for spring";
    private const string Words = "We mend every quagga clasp before the season opens.";

    public static TheoryData<string> WaysToBeUnseen => ["board", "hidden", "held", "removed", "removed-by-author", "moved", "erased"];

    [Fact]
    public async Task An_idea_and_its_comments_are_found_each_where_it_is_looked_for()
    {
        await using var scene = await IdeaScene.Start();
        var idea = await scene.Idea(scene.Aki, Title, tags: "mending");
        ForumScene.Must(await scene.Comment(scene.Ben, idea, Words));

        Assert.Equal($"{idea}/1", await Found(scene, "zanzibar", SearchScope.Ideas));
        Assert.Equal("", await Found(scene, "zanzibar", SearchScope.Topics));
        Assert.Equal($"{idea}/2", await Found(scene, "quagga", SearchScope.Posts));
        Assert.Equal("", await Found(scene, "quagga", SearchScope.Ideas));
        Assert.Equal($"{idea}/1", await Found(scene, "spring in:community tag:mending author:aki", SearchScope.Ideas));
        Assert.Equal("", await Found(scene, "spring in:products", SearchScope.Ideas));
        Assert.Equal(1, (await Search(scene, "mending", SearchScope.Tags)).Hits.Single().Tag!.Count);
        Assert.Equal(ContentKind.Idea, (await scene.Community.Get<SuggestWhileTyping>().Run(Actor.Visitor, "zanz")).Single().Post!.Kind);
        Assert.Empty(await scene.Differences());
    }

    [Theory]
    [MemberData(nameof(WaysToBeUnseen))]
    public async Task What_is_not_to_be_seen_is_in_no_answer(string way)
    {
        await using var scene = await IdeaScene.Start();
        await scene.OpenBoard("staff-room", board => board.ReadAudience = board.SubmitAudience = Audience.Staff);
        var idea = await scene.Idea(way == "board" ? scene.Brand : scene.Ben, Title, way == "board" ? "staff-room" : IdeaScene.Free, Words, "quaggas");
        if (way != "board")
            Assert.True(await Answers(scene) > 0);

        await Hide(scene, idea, way);

        Assert.Equal(0, await Answers(scene));
        Assert.Empty(await scene.Differences());
    }

    [Theory]
    [InlineData("予約の", "週末に予約をとりやすくしてほしい")]
    [InlineData("予約", "週末に予約をとりやすくしてほしい")]
    [InlineData("ﾀﾞｰｸ", "アプリにダークモードを付けてほしい")]
    [InlineData("The dar", "A dark mode for the app")]
    [InlineData("modes for apps", "A dark mode for the app")]
    public async Task What_is_being_typed_finds_what_says_the_same(string typed, string expected)
    {
        await using var scene = await IdeaScene.Start();
        foreach (var title in new[] { "週末に予約をとりやすくしてほしい", "アプリにダークモードを付けてほしい", "A dark mode for the app", "A lid that keeps tea hot" })
            await scene.Idea(scene.Aki, title);

        var found = await scene.Community.Get<SimilarSubjects>().Run(scene.Ben, ContentKind.Idea, typed);

        Assert.Equal(expected, found.First().Post!.Title.Text);
    }

    [Theory]
    [InlineData("A softer bell")]
    [InlineData("Would you please make it so that I get more of these?")]
    [InlineData("ベルの音")]
    public async Task What_stands_in_every_sentence_makes_no_two_ideas_alike(string typed)
    {
        await using var scene = await IdeaScene.Start();
        foreach (var title in new[] { "A quiet hour in the shop, every week", "A strap for the lid", "お店の地図を見たい", "写真の大きさ" })
            await scene.Idea(scene.Aki, title);

        Assert.Empty(await scene.Community.Get<SimilarSubjects>().Run(scene.Ben, ContentKind.Idea, typed));
    }

    [Fact]
    public async Task Of_what_is_longer_than_any_title_its_beginning_is_looked_for()
    {
        await using var scene = await IdeaScene.Start();
        await scene.Idea(scene.Aki, "A lid that keeps tea hot");
        var endless = string.Concat(Enumerable.Repeat("A lid that keeps tea hot ", 12)) + string.Join(' ', Enumerable.Range(0, 60_000).Select(n => $"w{n}"));

        var found = await scene.Community.Get<SimilarSubjects>().Run(scene.Ben, ContentKind.Idea, endless);

        Assert.Equal("A lid that keeps tea hot", Assert.Single(found).Post!.Title.Text);
    }

    [Fact]
    public async Task A_merged_idea_is_found_by_its_words_and_stands_for_what_it_was_merged_into()
    {
        await using var scene = await IdeaScene.Start();
        var (target, source) = (await scene.Idea(scene.Aki, "A lid that closes better"), await scene.Idea(scene.Ben, Title, body: Words));
        ForumScene.Must(await scene.Merge(scene.Brand, source, target));

        var similar = await scene.Community.Get<SimilarSubjects>().Run(scene.Ben, ContentKind.Idea, "zanzibar");
        var cards = await scene.Community.Get<ListIdeas>().Among(scene.Ben, [.. similar.Select(s => s.Post!.SubjectId)]);

        Assert.Equal($"{source}/1", await Found(scene, "quagga", SearchScope.Posts));
        Assert.Equal(target, cards.Single().Number);
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task All_is_found_again_after_a_reindex()
    {
        await using var scene = await IdeaScene.Start();
        var idea = await scene.Idea(scene.Aki, Title);
        ForumScene.Must(await scene.Comment(scene.Ben, idea, Words));
        await scene.Community.Arrange(db => db.SearchEntries.RemoveRange(db.SearchEntries));
        Assert.NotEmpty(await scene.Differences());

        await scene.Community.Get<Reindex>().Run();

        Assert.Equal($"{idea}/2", await Found(scene, "quagga", SearchScope.Posts));
        Assert.Empty(await scene.Differences());
    }

    private static async Task<SearchResults> Search(IdeaScene scene, string text, SearchScope scope) =>
        ForumScene.Must(await scene.Community.Get<SearchContent>().Run(Actor.Visitor, new(text, scope)));

    private static async Task<string> Found(IdeaScene scene, string text, SearchScope scope) =>
        string.Join(' ', (await Search(scene, text, scope)).Hits.Select(h => $"{h.Post!.SubjectNumber}/{h.Post.Number}"));

    private static async Task Hide(IdeaScene scene, long idea, string way)
    {
        var post = (await scene.View(way == "board" ? scene.Brand : scene.Ben, idea)).Posts[0].Id;
        switch (way)
        {
            case "hidden":
                await Bring(scene, post, PostState.Hidden);
                break;
            case "held":
                await Bring(scene, post, PostState.Held);
                break;
            case "removed":
                await Bring(scene, post, PostState.RemovedByStaff);
                break;
            case "removed-by-author":
                ForumScene.Must(await scene.Community.Get<RemoveOwnPost>().Run(scene.Ben, post));
                break;
            case "moved":
                ForumScene.Must(await scene.Community.Get<MoveIdea>().Run(scene.Brand, new(idea, "staff-room", "Not for everybody")));
                break;
            case "erased":
                var person = new ErasedPerson(scene.Ben.MemberId!.Value, scene.Ben.Handle!, [], [], "former-member", false, Languages.English);
                foreach (var part in scene.Community.All<IPersonalData>())
                    await part.EraseRest(scene.Community.Data, person, CancellationToken.None);
                break;
        }
    }

    private static async Task Bring(IdeaScene scene, long post, PostState to) =>
        ForumScene.Must(await scene.Community.Get<ChangePostState>().Run(scene.Moderator, new(post, to, "A reason")));

    private static async Task<int> Answers(IdeaScene scene)
    {
        await scene.Community.Get<CountTerms>().Run();
        var found = 0;
        foreach (var scope in new[] { SearchScope.Ideas, SearchScope.Topics, SearchScope.Posts, SearchScope.Tags })
        {
            foreach (var text in new[] { "quagga", "spring", "quaggas author:ben", "tag:quaggas" })
            {
                var results = await Search(scene, text, scope);
                found += results.Hits.Count + results.Count;
            }
        }

        found += (await Search(scene, "quaggo", SearchScope.Posts)).DidYouMean is null ? 0 : 1;
        foreach (var text in new[] { "spri", "quag" })
            found += (await scene.Community.Get<SuggestWhileTyping>().Run(Actor.Visitor, text)).Count;
        return found + (await scene.Community.Get<SimilarSubjects>().Run(Actor.Visitor, ContentKind.Idea, "quagga clasp for spring")).Count;
    }
}
