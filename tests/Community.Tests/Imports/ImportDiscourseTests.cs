using System.Globalization;
using Community.Testing;
using Community.Tests.Support;

namespace Community.Tests.Imports;

/// <summary>A whole product forum, brought in once and compared row by row with what a second reader finds in the source.</summary>
public sealed class ImportDiscourseTests : IClassFixture<ImportDiscourseTests.Imported>
{
    private const string Set = "forum-urho3d-discourse";
    private readonly Imported imported;

    public ImportDiscourseTests(Imported imported)
    {
        TestData.Require(Set);
        this.imported = imported;
    }

    public sealed class Imported : IAsyncLifetime
    {
        public CommandLine Tool { get; } = new();

        public string Folder => Path.Combine(TestData.Root, Set);

        public async ValueTask InitializeAsync()
        {
            if (Directory.Exists(Folder))
            {
                await Tool.Do("migrate");
                await Tool.Do("import", "discourse", Folder);
            }
        }

        public ValueTask DisposeAsync()
        {
            Tool.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private CommandLine Tool => imported.Tool;

    [Fact]
    public void Topics_come_with_title_date_author_views_and_state()
    {
        var posts = SourceReader.Posts(imported.Folder).Where(p => p.Number == 1).ToDictionary(p => p.Topic);
        var expected = SourceReader.Topics(imported.Folder)
            .Select(t => (Key: t.Id.ToString(CultureInfo.InvariantCulture), t.Title, SourceReader.Micros(t.Created), posts[t.Id].User, t.Views, t.Closed ? 1L : 0, t.Pinned ? 1L : 0))
            .OrderBy(t => t.Key, StringComparer.Ordinal);

        var found = Tool.Query(
            """
            SELECT i.key, t.title, t.created_at, m.display_name, t.imported_views, t.is_locked, t.is_pinned
            FROM topics t JOIN imported_items i ON i.content_id = t.id AND i.kind = 'topic' JOIN members m ON m.id = t.author_id
            """)
            .Select(r => ((string)r[0]!, (string)r[1]!, (long)r[2]!, (string)r[3]!, (long)r[4]!, (long)r[5]!, (long)r[6]!))
            .OrderBy(r => r.Item1, StringComparer.Ordinal);

        Assert.Equal(expected, found);
    }

    [Fact]
    public void Posts_come_in_order_with_author_date_reply_link_and_likes()
    {
        var expected = SourceReader.Posts(imported.Folder)
            .Select(p => (p.Topic, p.Number, p.User, SourceReader.Micros(p.Created), p.ReplyTo, p.Likes, p.HasRaw ? 0L : -1))
            .OrderBy(p => p.Topic).ThenBy(p => p.Number);

        var found = Tool.Query(
            """
            SELECT cast(i.key AS integer), p.number, m.display_name, p.created_at, p.reply_to_number, p.reactions_heart, p.is_converted
            FROM posts p JOIN imported_items i ON i.content_id = p.discussion_id AND i.kind = 'topic' JOIN members m ON m.id = p.author_id
            WHERE p.state <> 'Gap'
            """)
            .Select(r => ((long)r[0]!, (long)r[1]!, (string)r[2]!, (long)r[3]!, (long?)r[4], (long)r[5]!, -(long)r[6]!))
            .OrderBy(r => r.Item1).ThenBy(r => r.Item2)
            .ToList();

        var noText = SourceReader.Posts(imported.Folder).Count(p => !p.HasRaw) - found.Count(f => f.Item7 == -1);
        Assert.InRange(noText, 0, 3); // three rows have neither text, so nothing was converted
        Assert.Equal(expected.Select(e => (e.Topic, e.Number, e.User, e.Item4, e.ReplyTo, e.Likes)), found.Select(f => (f.Item1, f.Item2, f.Item3, f.Item4, f.Item5, f.Item6)));
    }

    [Fact]
    public void The_order_of_ids_is_the_order_of_time()
    {
        var times = Tool.Query("SELECT discussion_id, created_at FROM posts WHERE state <> 'Gap' ORDER BY discussion_id, id").Select(r => ((long)r[0]!, (long)r[1]! / 1000)).ToList();

        Assert.Equal(times.Order(), times);
    }

    [Fact]
    public void A_gap_is_a_tombstone_and_links_to_it_stay()
    {
        var posts = SourceReader.Posts(imported.Folder);
        var numbers = posts.Select(p => (p.Topic, p.Number)).ToHashSet();
        var gaps = posts.GroupBy(p => p.Topic).Sum(t => t.Max(p => p.Number) - t.Count());
        var linksToGaps = posts.Count(p => p.ReplyTo is { } reply && !numbers.Contains((p.Topic, reply)));

        Assert.True(gaps > 0 && linksToGaps > 0);
        Assert.Equal(gaps, Tool.Number("SELECT count(*) FROM posts WHERE state = 'Gap' AND author_id IS NULL AND body = '' AND html = ''"));
        Assert.Equal(linksToGaps, Tool.Number("SELECT count(*) FROM posts p JOIN posts q ON q.discussion_id = p.discussion_id AND q.number = p.reply_to_number WHERE q.state = 'Gap'"));
        Assert.Equal(0, Tool.Number("SELECT count(*) FROM discussions d WHERE d.last_number <> (SELECT count(*) FROM posts p WHERE p.discussion_id = d.id)"));
    }

    [Fact]
    public void Likes_without_people_are_in_the_totals_and_nobodys()
    {
        var likes = SourceReader.Posts(imported.Folder).Sum(p => p.Likes);

        Assert.Equal(likes, Tool.Number("SELECT sum(count) FROM reactions"));
        Assert.Equal(0, Tool.Number("SELECT count(*) FROM reactions WHERE member_id IS NOT NULL OR kind <> 'Heart'"));
    }

    [Fact]
    public void Tags_and_categories_come_out_as_they_were()
    {
        var topics = SourceReader.Topics(imported.Folder);
        var expected = topics.GroupBy(t => t.Category).ToDictionary(g => "category-" + g.Key, g => (long)g.Count());

        var found = Tool.Query("SELECT f.slug, count(*) FROM topics t JOIN forums f ON f.id = t.forum_id GROUP BY f.slug").ToDictionary(r => (string)r[0]!, r => (long)r[1]!);

        Assert.Equal(expected, found);
        Assert.Equal(topics.Sum(t => t.Tags.Count), Tool.Number("SELECT count(*) FROM discussion_tags"));
    }

    [Fact]
    public void Authors_are_imported_members_without_an_account()
    {
        var authors = SourceReader.Posts(imported.Folder).Select(p => p.User).Distinct().Count();

        Assert.Equal(authors, Tool.Number("SELECT count(*) FROM members WHERE state = 'Imported'"));
        Assert.Equal(0, Tool.Number("SELECT count(*) FROM accounts"));
    }

    [Fact]
    public void Quotes_of_posts_carry_the_id_of_a_post_that_is_here()
    {
        var quotes = Tool.Query("SELECT body FROM posts WHERE body LIKE '%[quote=%'")
            .SelectMany(r => System.Text.RegularExpressions.Regex.Matches((string)r[0]!, @"\[quote=([0-9]+)\]").Select(m => long.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)))
            .ToHashSet();
        var ids = Tool.Query("SELECT id FROM posts").Select(r => (long)r[0]!).ToHashSet();

        Assert.True(quotes.Count > 500);
        Assert.Subset(ids, quotes);
    }

    [Fact]
    public async Task Every_counter_is_right() => await Tool.Do("verify");

    [Fact]
    public void Nobody_is_told_of_anything() => Assert.Equal(0, Tool.Number("SELECT count(*) FROM outbox"));

    [Fact]
    public async Task A_second_run_adds_nothing_nor_does_the_same_export_from_another_folder()
    {
        var before = Tool.Query("SELECT (SELECT count(*) FROM posts), (SELECT count(*) FROM members), (SELECT count(*) FROM reactions), (SELECT count(*) FROM forums), (SELECT max(last) FROM counters)");

        await Tool.Do("import", "discourse", imported.Folder);
        var output = await Tool.Do("import", "discourse", imported.Folder, "--source", "another-name");

        Assert.StartsWith("0 topics, 0 posts, 0 members and 0 forums added", output, StringComparison.Ordinal);
        Assert.Equal(before, Tool.Query("SELECT (SELECT count(*) FROM posts), (SELECT count(*) FROM members), (SELECT count(*) FROM reactions), (SELECT count(*) FROM forums), (SELECT max(last) FROM counters)"));
    }
}
