using Community.Search;
using Community.Shared;
using Community.Tests.Support;

namespace Community.Tests.Search;

public sealed class SearchContentTests
{
    [Theory]
    [InlineData("軽アイゼン", "軽アイゼンで稜線を歩いてきました。雪はまだ残っています。")]
    [InlineData("稜線", "軽アイゼンで稜線を歩いてきました。雪はまだ残っています。")]
    [InlineData("雪", "軽アイゼンで稜線を歩いてきました。雪はまだ残っています。")]
    [InlineData("サーバ", "会社のサーバーを新しくしました。静かになりました。")]
    [InlineData("サーバー", "会社のサーバを新しくしました。静かになりました。")]
    [InlineData("サーバーの設定", "会社のサーバの設定を新しくしました。静かになりました。")]
    [InlineData("ｺﾝﾋﾟｭｰﾀｰ", "このコンピュータは静かです。とても気に入っています。")]
    [InlineData("ひらがな", "ヒラガナで書くと読みにくいですが、探せますか。")]
    [InlineData("ＧＯＰＲＯ", "My gopro fell into the lake yesterday.")]
    [InlineData("lens", "Which lenses do you carry on a long walk?")]
    [InlineData("walk", "I was walking along the ridge all day.")]
    [InlineData("batteries", "The battery of my camera is empty again.")]
    [InlineData("\"long walk\"", "Which lenses do you carry on a long walk?")]
    [InlineData("「稜線を歩」", "軽アイゼンで稜線を歩いてきました。雪はまだ残っています。")]
    public async Task What_a_person_expects_is_found(string search, string body)
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic("Something else altogether");
        await scene.Says(scene.Ben, topic, body);

        var found = await scene.Search(search);

        Assert.Equal(2, Assert.Single(found.Hits).Post!.Number);
        Assert.False(found.IsWider);
        Assert.NotEmpty(found.Hits[0].Post!.Text.Marks);
        Assert.True(found is { Count: 1, IsCounted: true, Next: null });
    }

    [Theory]
    [InlineData("京都", "東京の都庁で、都の京都展を見ました。", true)]
    [InlineData("都京", "東京の都庁へ、京都から行きました。", false)]
    [InlineData("\"walk long\"", "Which lenses do you carry on a long walk?", false)]
    [InlineData("ビール", "駅前のビルで待ち合わせをしました。楽しかったです。", false)]
    public async Task Japanese_words_and_quotes_are_found_whole(string search, string body, bool isFound)
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic("Something else altogether");
        await scene.Says(scene.Ben, topic, body);

        var found = await scene.Search(search);

        Assert.Equal(isFound, found.Hits.Count > 0 && !found.IsWider);
    }

    [Fact]
    public async Task A_topic_is_found_by_its_title_before_others_by_their_text()
    {
        await using var scene = await ForumScene.Start();
        var named = await scene.Topic("How to mend a tripod", "Mine broke in the wind, and I would like to keep it.");
        await scene.Topic("What do you pack for a week?", "I carry a tripod and a flask, whatever the weather says.");

        Assert.Equal($"{named}/1 {named + 1}/1", await scene.Found("tripod", SearchScope.Topics));
    }

    [Fact]
    public async Task What_was_written_a_moment_ago_is_similar_before_anybody_has_counted_its_words()
    {
        await using var scene = await ForumScene.Start();
        await scene.Topic("提灯の電池は何時間もちますか", "夜の行事で使う予定です。冬でも朝までもちますか。");
        await scene.Topic("What do you pack for a week?", "I carry a tripod and a flask, whatever the weather says.");

        var found = await scene.Community.Get<SimilarSubjects>().Run(scene.Ben, ContentKind.Topic, "提灯の電池");

        Assert.Equal("提灯の電池は何時間もちますか", Assert.Single(found).Post!.Title.Text);
    }

    [Fact]
    public async Task Any_word_is_enough_where_no_text_has_all_of_them()
    {
        await using var scene = await ForumScene.Start();
        await scene.Topic("How to mend a tripod", "Mine broke in the wind, and I would like to keep it.");

        var found = await scene.Search("tripod zeppelin");

        Assert.True(found.IsWider);
        Assert.Single(found.Hits);
    }

    [Fact]
    public async Task Nothing_found_says_which_word_was_meant()
    {
        await using var scene = await ForumScene.Start();
        await scene.Topic("How to mend a tripod", "Mine broke in the wind, and I would like to keep it.");
        await scene.Topic("The zanzibar plans of the staff", forum: "staff-room", by: scene.Moderator);
        await scene.Community.Get<CountTerms>().Run();

        Assert.Equal("mend tripod", (await scene.Search("mend tirpod")).DidYouMean);
        Assert.Null((await scene.Search("zanzibarr")).DidYouMean);
        Assert.Equal("zanzibar", (await scene.Search("zanzibarr", by: scene.Moderator)).DidYouMean);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("-tripod")]
    [InlineData("😀")]
    [InlineData("\"")]
    [InlineData("::: () AND NOT * \" - §§ |")]
    [InlineData("\ud800 \udfff")]
    [InlineData("author: in:　before:never")]
    [InlineData("NEAR(zz qq) tokens:xx ^yy")]
    public async Task Whatever_is_typed_is_answered(string search)
    {
        await using var scene = await ForumScene.Start();
        await scene.Topic("How to mend a tripod");

        Assert.Empty((await scene.Search(search)).Hits);
    }

    [Theory]
    [InlineData("mend author:nobody")]
    [InlineData("mend in:nowhere")]
    [InlineData("mend tag:nothing")]
    [InlineData("mend is:solved")]
    public async Task Where_there_is_nothing_to_look_among_no_other_words_are_tried(string search)
    {
        await using var scene = await ForumScene.Start();
        await scene.Topic("How to mend a tripod", tags: "tripods");

        var results = await scene.Search(search);

        Assert.Empty(results.Hits);
        Assert.True(results is { IsWider: false, IsCounted: true, Next: null });
    }

    [Fact]
    public async Task A_list_goes_on_where_its_last_one_was_hidden_meanwhile()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic("How to mend a tripod");
        for (var i = 0; i < 9; i++)
            await scene.Says(scene.Ben, topic, $"The quagga clasp of row {i} is the one that breaks.");
        var first = await scene.Search("quagga", size: 4);
        await scene.Bring(scene.Moderator, first.Hits[^1].Id, Community.Discussions.PostState.Hidden);

        var second = await scene.Search("quagga", after: first.Next, size: 20);

        Assert.Empty(first.Hits.Select(h => h.Id).Intersect(second.Hits.Select(h => h.Id)));
        Assert.Equal(5, second.Hits.Count);
    }

    [Fact]
    public async Task The_part_is_shown_where_most_of_it_stands_together()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic("Something else altogether");
        var between = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"word{i}"));
        await scene.Says(scene.Ben, topic, $"A lantern first. {between} Trim the wick of the lantern, then light the lantern. {between} A wick.");

        var text = Assert.Single((await scene.Search("lantern wick")).Hits).Post!.Text;

        Assert.Contains("Trim the wick of the lantern, then light the lantern.", text.Text, StringComparison.Ordinal);
        Assert.Equal(["wick", "lantern", "lantern"], text.Marks.Select(m => text.Text.Substring(m.Start, m.Length)));
    }

    [Fact]
    public async Task A_cursor_that_nobody_gave_is_refused()
    {
        await using var scene = await ForumScene.Start();

        var result = await scene.Community.Get<SearchContent>().Run(scene.Aki, new("tripod", After: "xx"));

        Assert.Equal("not-found", result.Problem?.Code);
    }
}
