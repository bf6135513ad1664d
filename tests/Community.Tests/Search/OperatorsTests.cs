using System.Globalization;
using Community.Forums;
using Community.Search;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Search;

public sealed class OperatorsTests
{
    [Theory]
    [InlineData("clasp", "1/1 2/1 2/2 3/1")]
    [InlineData("clasp author:ben", "2/1")]
    [InlineData("author:@BEN clasp", "2/1")]
    [InlineData("author:nobody clasp", "")]
    [InlineData("clasp tag:repair", "1/1")]
    [InlineData("clasp tag:\"old boxes\"", "2/1 2/2")]
    [InlineData("clasp in:workshop", "3/1")]
    [InlineData("ｉｎ：workshop　clasp", "3/1")]
    [InlineData("clasp is:solved", "2/1 2/2")]
    [InlineData("clasp -brass", "1/1 2/1 3/1")]
    [InlineData("clasp -\"brass clasp\"", "1/1 2/1 3/1")]
    [InlineData("clasp －brass", "1/1 2/1 3/1")]
    [InlineData("clasp before:2026-04-07", "1/1")]
    [InlineData("clasp after:2026-04-07", "2/1 2/2 3/1")]
    [InlineData("clasp after:2026/4/7 before:2026-04-08", "2/1 2/2")]
    [InlineData("tag:repair", "1/1")]
    [InlineData("is:solved", "2/1 2/2")]
    [InlineData("「brass clasp」", "2/2")]
    [InlineData("\"clasp brass\"", "")]
    [InlineData("clasp tag:\uFFFE", "")]
    [InlineData("clasp \uFFFE", "1/1 2/1 2/2 3/1")]
    public async Task Operators_narrow_what_is_found(string search, string found)
    {
        await using var scene = await ForumScene.Start();
        await scene.OpenForum("workshop");
        await scene.Topic("How to mend a box of tin", "The clasp of it came off on the way home.", tags: "repair");
        scene.Time.Pass(TimeSpan.FromDays(1));
        var solved = await scene.Topic("Another old box of mine", "What do I do with a clasp that is bent?", scene.Ben, "old boxes");
        var answer = await scene.Says(scene.Aki, solved, "Take a brass clasp and some patience, it is worth it.");
        ForumScene.Must(await scene.Community.Get<MarkAnswer>().Run(scene.Ben, new(solved, answer.PostId)));
        scene.Time.Pass(TimeSpan.FromDays(1));
        await scene.Topic("What the workshop is for", "Bring any clasp that needs a hammer.", forum: "workshop");

        var results = await scene.Search(search, order: SearchOrder.Newest);

        var hits = results.IsWider ? [] : results.Hits;
        Assert.Equal(found, string.Join(' ', hits.Select(h => $"{h.Post!.SubjectNumber}/{h.Post.Number}").Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("size:xl http://a.example/b", "size:xl|http://a.example/b")]
    [InlineData("a\"b c\"d", "a|b c|d")]
    [InlineData("「猫 犬」　鳥", "猫 犬|鳥")]
    [InlineData("“curly one” two", "curly one|two")]
    [InlineData("\"never closed", "never closed")]
    [InlineData("tag:", "tag:")]
    [InlineData(": - \"\"", ":|-")]
    public void What_is_no_operator_is_a_word(string line, string words) =>
        Assert.Equal(words, string.Join('|', SearchQuery.Parse(line).Words.Select(w => w.Text)));

    [Fact]
    public void What_was_understood_can_be_shown()
    {
        var query = SearchQuery.Parse("author:Aki tag:flac tag:\"two words\" in:help after:2026-01-31 before:2026-12-01 is:solved 雪山 -熊 \"a b\"");

        Assert.Equal(("aki", "help", true), (query.Author, query.In, query.IsSolved));
        Assert.Equal(["flac", "two words"], query.Tags);
        Assert.Equal((new DateOnly(2026, 1, 31), new DateOnly(2026, 12, 1)), (query.After, query.Before));
        Assert.Equal([new("雪山"), new("熊", IsExcluded: true), new("a b", IsQuoted: true)], query.Words);
    }

    [Fact]
    public void A_line_has_an_end()
    {
        var query = SearchQuery.Parse(new string('a', 10_000) + string.Concat(Enumerable.Repeat(" b", 1_000)));

        Assert.Equal(SearchQuery.MaxLength, query.Text.Length);
    }

    [Theory]
    [InlineData(SearchOrder.Relevance)]
    [InlineData(SearchOrder.Newest)]
    public async Task Pages_lose_nothing_and_repeat_nothing(SearchOrder order)
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic("Something else altogether");
        for (var i = 0; i < 23; i++)
            await scene.Says(scene.Ben, topic, string.Join(' ', Enumerable.Repeat("clasp", 1 + (i % 4))) + " number " + i.ToString(CultureInfo.InvariantCulture) + " of the long row.");
        var first = await scene.Search("clasp row", order: order);
        var page = await scene.Search("clasp row", order: order, size: 5);
        var (seen, pages) = (page.Hits.Select(h => h.Id).ToList(), 1);

        for (; page.Next is not null; pages++)
        {
            // What is written meanwhile stands before the first page.
            await scene.Says(scene.Ben, topic, $"A late clasp for the row, the {pages}th of them.");
            page = await scene.Search("clasp row", order: order, after: page.Next, size: 5);
            seen.AddRange(page.Hits.Select(h => h.Id));
        }

        Assert.Equal(5, pages);
        Assert.Equal(23, seen.Distinct().Count());
        Assert.Equal(23, seen.Count);
        Assert.Equal(first.Hits.Select(h => h.Id), seen.Take(SearchContent.PageSize));
    }

    [Fact]
    public async Task Members_are_found_by_the_beginning_of_a_name()
    {
        await using var scene = await AccountScene.Start();
        var tomomi = await scene.Member("tomomi");

        Assert.Equal(["tomomi"], await Named(scene, "tomo", tomomi));
        Assert.Equal(["tomomi"], await Suggested(scene, "tomo", tomomi));
    }

    [Fact]
    public async Task Whoever_only_reads_is_found_by_members_and_whoever_has_not_confirmed_by_nobody()
    {
        await using var scene = await AccountScene.Start();
        var reader = await scene.Member("tomomi");
        await scene.Register(AccountScene.Form("tomoko"));
        Assert.Equal(["tomomi"], await Named(scene, "tomo", reader));
        Assert.Empty(await Named(scene, "tomo", Actor.Visitor));
        Assert.Empty(await Suggested(scene, "tomo", Actor.Visitor));

        await scene.Community.Data.Write<Done>(async db =>
        {
            (await db.Members.FindAsync(reader.MemberId))!.PostCount = 1;
            return Done.Yes;
        });

        Assert.Equal(["tomomi"], await Named(scene, "tomo", Actor.Visitor));
        Assert.Equal(["tomomi"], await Suggested(scene, "tomo", Actor.Visitor));
    }

    private static async Task<IEnumerable<string>> Named(AccountScene scene, string text, Actor by) =>
        (await scene.Community.Get<SearchContent>().Run(by, new(text, SearchScope.Members))).Value!.Hits.Select(h => h.Member!.Member.Handle);

    private static async Task<IEnumerable<string>> Suggested(AccountScene scene, string text, Actor by) =>
        (await scene.Community.Get<SuggestWhileTyping>().Run(by, text)).Select(h => h.Member!.Member.Handle);

    [Theory]
    [InlineData("tin before:yesterday", QueryNote.NoDate, "before:yesterday")]
    [InlineData("tin after:2026-13-45", QueryNote.NoDate, "after:2026-13-45")]
    [InlineData("is:open", QueryNote.UnknownIs, "is:open")]
    [InlineData("author:nobody tin", QueryNote.NoSuchMember, "nobody")]
    [InlineData("in:nowhere tin", QueryNote.NoSuchPlace, "nowhere")]
    [InlineData("in:staff-room tin", QueryNote.NoSuchPlace, "staff-room")]
    [InlineData("-tin", QueryNote.OnlyLeftOut, "-tin")]
    public async Task What_was_not_understood_or_leads_nowhere_is_said_and_is_no_word(string search, QueryNote note, string part)
    {
        await using var scene = await ForumScene.Start();
        await scene.Topic("Before yesterday it was open", "How do you mend a tin box before it is too late?");

        Assert.Equal((note, part), Assert.Single((await scene.Search(search)).Query.Notes));
    }

    [Fact]
    public async Task People_and_places_are_found_by_the_names_that_are_shown()
    {
        await using var scene = await ForumScene.Start();
        await scene.Community.Change(db => db.Members.Where(m => m.Id == scene.Aki.MemberId).ExecuteUpdateAsync(m => m.SetProperty(x => x.DisplayName, "種田 Aki")));
        await scene.Community.Arrange(db => db.Forums.Single(f => f.Slug == "help").Name = new LocalizedText("整備と修理", "Help & repair"));
        await scene.Topic("How to mend a tin box");
        await scene.Topic("How to mend a paper box", by: scene.Ben);

        Assert.Equal("1/1", await scene.Found("author:\"種田 AKI\" mend"));
        Assert.Equal("2/1 1/1", await scene.Found("in:整備と修理 mend", order: SearchOrder.Newest));
        Assert.Equal("2/1 1/1", await scene.Found("in:\"help & Repair\" mend", order: SearchOrder.Newest));
    }

    [Fact]
    public async Task What_is_quoted_stays_whole_where_not_all_words_are_found()
    {
        await using var scene = await ForumScene.Start();
        await scene.Topic("How to mend a tin box");
        await scene.Topic("Which brake pads last longest?", "The pads of my brake are worn after one winter in the hills.");

        Assert.Empty((await scene.Search("\"pads brake\"")).Hits);
        Assert.Equal("2/1", await scene.Found("\"brake pads\" zeppelin"));
        Assert.Empty((await scene.Search("\"brake zebra\" tin")).Hits);
    }

    [Fact]
    public async Task Grammar_alone_finds_nothing_where_not_all_words_are_found()
    {
        await using var scene = await ForumScene.Start();
        await scene.Topic("自転車に乗れますか", "雨の日でも自転車に乗れますか。雨具を持っていますか。");
        await scene.Topic("輪行袋の選び方を教えて", "輪行袋の選び方がわかりません。軽いものを探しています。");

        Assert.Equal("2/1", await scene.Found("輪行で新幹線へ行けますか"));
    }

    [Fact]
    public async Task Each_mistyped_word_is_mended()
    {
        await using var scene = await ForumScene.Start();
        await scene.Topic("A folding table with a hinge", "The hinge of my folding table squeaks whenever somebody leans on it.");
        await scene.Community.Get<CountTerms>().Run();

        Assert.Equal("folding hinge", (await scene.Search("foldin hindge")).DidYouMean);
    }

    [Fact]
    public async Task A_name_is_looked_for_among_members_and_a_filter_is_none()
    {
        await using var scene = await ForumScene.Start();
        await scene.Topic("How to mend a tin box");

        Assert.Empty((await scene.Search("author:aki", SearchScope.Members, scene.Ben)).Hits);
    }
}
