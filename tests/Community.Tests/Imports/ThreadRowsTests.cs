using System.Text;
using Community.Discussions;
using Community.Imports;
using Community.Shared;
using Community.Tests.Shared.Markdown;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Imports;

public sealed class ThreadRowsTests
{
    [Fact]
    public async Task A_bad_row_or_post_is_named_with_its_line_and_the_rest_goes_in()
    {
        await using var file = await SmallFile.Start();
        file.Thread("1", "a", "b");
        file.Rows.Add("no JSON");
        file.Rows.Add("""{"id":"2","posts":[]}""");
        file.Rows.Add("""{"posts":[{"n":1,"text":"of no thread"}]}""");
        file.Thread("1", "again");
        file.Rows.Add("""{"id":3,"posts":[{"n":1,"speaker":"A","text":"kept"},{"n":2,"speaker":"A","text":" "},{"n":1,"text":"taken"},{"n":99999999,"text":"far"},{"n":3,"text":5},7]}""");

        var summary = await file.ImportThreads();

        Assert.Equal((2, 3, 0, 9), (summary.TopicsAdded, summary.PostsAdded, summary.Gaps, summary.RowsSkipped));
        Assert.Equal([2, 3, 4, 5, 6, 6, 6, 6, 6], file.Problems.Select(p => p.Line));
        Assert.Contains("post 2 of thread 3: text is missing or empty", file.Problems.Select(p => p.Sentence));
        Assert.Empty(await file.Differences());
    }

    [Fact]
    public async Task A_missing_number_is_a_tombstone()
    {
        await using var file = await SmallFile.Start();
        file.Rows.Add("""{"id":"1","posts":[{"n":4,"speaker":"B","text":"four"},{"n":2,"speaker":"A","text":"two"}]}""");

        var summary = await file.ImportThreads();

        Assert.Equal((2, 2), (summary.PostsAdded, summary.Gaps));
        Assert.Equal([PostState.Gap, PostState.Visible, PostState.Gap, PostState.Visible], await file.Community.Read(db => db.Posts.OrderBy(p => p.Number).Select(p => p.State).ToListAsync()));
        Assert.Equal("two", await file.Community.Read(db => db.Topics.Select(t => t.Title).SingleAsync()));
        Assert.Empty(await file.Differences());
    }

    [Fact]
    public async Task A_title_and_dates_that_are_known_are_kept()
    {
        await using var file = await SmallFile.Start();
        file.Rows.Add("""{"id":"1","title":"雑談","created_at":"2019-08-01T00:00:00Z","posts":[{"n":1,"speaker":"A","text":"a"},{"n":2,"speaker":"B","text":"b","created_at":"2019-08-01T00:05:00Z"},{"n":3,"speaker":"A","text":"c"}]}""");

        await file.ImportThreads();

        var today = new DateTimeOffset(file.Community.Time.Now.UtcDateTime.Date, TimeSpan.Zero);
        DateTimeOffset first = new(2019, 8, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal("雑談", await file.Community.Read(db => db.Topics.Select(t => t.Title).SingleAsync()));
        Assert.Equal([(first, false), (first.AddMinutes(5), false), (today, true)], await file.Community.Read(async db => (await db.Posts.OrderBy(p => p.Number).ToListAsync()).ConvertAll(p => (p.CreatedAt, p.IsDateUnknown))));
    }

    [Fact]
    public async Task Thousands_of_threads_of_one_day_come_in_and_more_come_later()
    {
        await using var file = await SmallFile.Start();
        string Row(int id) => $$"""{"id":{{id}},"created_at":"2019-08-01","posts":[{"text":"a","created_at":"2019-08-01"},{"text":"b","created_at":"2019-08-01"}]}""";
        file.Rows.AddRange(Enumerable.Range(1, 3000).Select(Row));
        await file.ImportThreads();
        file.Rows.InsertRange(0, Enumerable.Range(4000, 3000).Select(Row));

        var summary = await file.ImportThreads();

        Assert.Equal((3000, 3000, 0), (summary.TopicsAdded, summary.TopicsHere, summary.MembersAdded));
        Assert.Equal(12_000, await file.Community.Read(db => db.Posts.CountAsync()));
    }

    [Fact]
    public async Task Speakers_are_named_by_their_order_and_by_nothing_else()
    {
        await using var file = await SmallFile.Start();
        file.Rows.Add("""{"id":"1","posts":[{"speaker":"ID:abc","text":"a"},{"speaker":"Taro","text":"b"},{"speaker":"ID:abc","text":"c"},{"text":"d"}]}""");
        file.Rows.Add("""{"id":"2","posts":[{"speaker":"Taro","text":"e"}]}""");

        var summary = await file.ImportThreads();

        Assert.Equal(3, summary.MembersAdded);
        Assert.Equal(
            ["名無しさん A", "名無しさん B", "名無しさん A", "名無しさん C", "名無しさん A"],
            await file.Community.Read(db => db.Posts.OrderBy(p => p.Body).Join(db.Members, p => p.AuthorId, m => m.Id, (p, m) => new { p.Body, m.DisplayName }).OrderBy(p => p.Body).Select(p => p.DisplayName).ToListAsync()));
        Assert.False(await file.Community.Read(db => db.Members.AnyAsync(m => m.Handle.Contains("taro") || m.Handle.Contains("abc"))));
    }

    [Fact]
    public async Task Plain_text_stays_plain()
    {
        await using var file = await SmallFile.Start();
        string[] texts =
        [
            ">>1 乙\n>引用\n# 見出し\n- 一\n+ 二\n1. 三\n* 四", "**太字** _斜体_ `code` ~~消し~~ [a](javascript:alert(1)) ![b](c)", "<script>alert(1)</script> &lt; &amp; &#60;", "```\ncode\n```\n~~~\n---\n===\n| a | b |\n| --- | --- |",
            "    字下げ\n\ttab", "@ann :smile: [quote=\"a, post:1\"]\nx\n[/quote]", "a\\\nb\\*", "　∧＿∧\n（　´∀｀）", "行末の空白  \n次の行", "<https://x.example> ftp://x a@b.example", "[x]: http:/a\n[x]", "***\n___\n\n\n* * *",
        ];
        foreach (var (text, at) in texts.Select((text, at) => (text, at)))
            file.Thread(at.ToString(System.Globalization.CultureInfo.InvariantCulture), text);

        await file.ImportThreads();

        var html = await file.Community.Read(db => db.Posts.OrderBy(p => p.Id).Select(p => p.Html).ToListAsync());
        Assert.All(html, Page.AssertSafe);
        Assert.All(html, h => Assert.DoesNotContain(Page.Parse(h).QuerySelectorAll("*"), e => e.LocalName is not ("p" or "br" or "a")));
        Assert.Equal(texts.Select(Words), html.Select(h => Words(Page.Parse(h.Replace("<br>", "\n", StringComparison.Ordinal)).TextContent)));
    }

    [Fact]
    public async Task A_title_counts_what_readers_see_as_one()
    {
        await using var file = await SmallFile.Start();
        var family = "👩‍👩‍👧‍👦";
        file.Thread("1", string.Concat(Enumerable.Repeat(family, 50)));
        file.Thread("nothing to see", "\u200b\u2060");

        await file.ImportThreads();

        Assert.Equal([string.Concat(Enumerable.Repeat(family, 40)), "nothing to see"], await file.Community.Read(db => db.Topics.OrderBy(t => t.Number).Select(t => t.Title).ToListAsync()));
        Assert.Equal(40, Graphemes.Count(await file.Community.Read(db => db.Topics.OrderBy(t => t.Number).Select(t => t.Title).FirstAsync())));
    }

    [Fact]
    public async Task A_run_that_is_cut_short_is_finished_on_another_day()
    {
        await using var file = await SmallFile.Start();
        for (var thread = 1; thread <= 30; thread++)
            file.Thread("t" + thread, "a", "b");
        var all = file.Rows.ToList();
        file.Rows.RemoveRange(12, 18);
        await file.ImportThreads();
        file.Rows.Clear();
        file.Rows.AddRange(all);
        file.Community.Time.Pass(TimeSpan.FromDays(1));

        var summary = await file.ImportThreads();

        Assert.Equal((18, 12, 0), (summary.TopicsAdded, summary.TopicsHere, summary.MembersAdded));
        Assert.Empty(await file.Differences());
    }

    [Theory]
    [InlineData("holds no threads", "{\"name\":\"x\"}\n")]
    [InlineData("is not text", "\u007f\u0000\u0001")]
    public async Task What_is_no_such_file_is_refused(string because, string content)
    {
        await using var file = await SmallFile.Start();
        file.Write(Encoding.UTF8.GetBytes(content));

        var refused = await Assert.ThrowsAsync<RefusedImportException>(file.ReadThreads);

        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await file.Community.Read(db => db.Forums.CountAsync()));
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
