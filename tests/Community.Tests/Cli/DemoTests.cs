using System.Text.RegularExpressions;
using Community.Tests.Support;

namespace Community.Tests.Cli;

public sealed partial class DemoTests : IClassFixture<DemoTests.Filled>
{
    private readonly CommandLine tool;

    public DemoTests(Filled filled) => tool = filled.Tool;

    public sealed class Filled : IAsyncLifetime
    {
        public CommandLine Tool { get; } = new();

        public async ValueTask InitializeAsync() => await Tool.Do("demo", "--password", "a long harbour wall");

        public ValueTask DisposeAsync()
        {
            Tool.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    [Fact]
    public void Each_language_has_its_people_and_its_topics()
    {
        foreach (var language in new[] { "ja", "en" })
        {
            Assert.InRange(tool.Number($"SELECT count(*) FROM topics WHERE language = '{language}'"), 60, 1000);
            Assert.InRange(tool.Number($"SELECT count(DISTINCT p.author_id) FROM posts p JOIN topics t ON t.id = p.discussion_id WHERE t.language = '{language}'"), 40, 1000);
        }
    }

    [Fact]
    public void Each_language_has_twenty_ideas_in_every_status_that_a_fan_meets()
    {
        foreach (var language in new[] { "ja", "en" })
            Assert.Equal(20, tool.Number($"SELECT count(*) FROM ideas WHERE language = '{language}'"));
        foreach (var status in new[] { "Open", "UnderReview", "Planned", "InProgress", "Shipped", "Declined", "Merged" })
            Assert.InRange(tool.Number($"SELECT count(*) FROM ideas WHERE status = '{status}'"), 2, 100);
        Assert.Equal(0, tool.Number("SELECT count(*) FROM ideas WHERE status IN ('Planned', 'Shipped', 'Declined') AND answer_post_id IS NULL"));
        Assert.Equal(0, tool.Number("SELECT count(*) FROM idea_votes v JOIN members m ON m.id = v.member_id WHERE v.at < m.joined_at"));
    }

    [Fact]
    public void No_sentence_stands_twice()
    {
        var sentences = tool.Query("SELECT body FROM posts")
            .SelectMany(r => Sentence().Split((string)r[0]!))
            .Select(s => s.Trim())
            .Where(s => s.Length >= 12 && s[0] is not ('>' or '|'));

        Assert.Empty(sentences.GroupBy(s => s).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void The_dates_run_over_six_months_up_to_now()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() * 1000;
        const long day = 86_400_000_000;

        Assert.InRange(tool.Number("SELECT max(created_at) FROM posts"), now - (2 * day), now);
        Assert.InRange(tool.Number("SELECT min(created_at) FROM posts"), now - (190 * day), now - (150 * day));
        Assert.Equal(0, tool.Number($"SELECT count(*) FROM posts p JOIN posts q ON q.discussion_id = p.discussion_id AND q.number = p.number + 1 WHERE q.created_at < p.created_at"));
        Assert.Equal(0, tool.Number("SELECT count(*) FROM reactions r JOIN posts p ON p.id = r.post_id WHERE r.at < p.created_at"));
        Assert.InRange(tool.Number("SELECT max(at) FROM reactions"), 0, now);
        Assert.Equal(0, tool.Number("SELECT count(*) FROM posts p JOIN members m ON m.id = p.author_id WHERE p.created_at < m.joined_at"));
    }

    [Fact]
    public void The_house_speaks_as_the_house_and_people_react_as_people()
    {
        Assert.Equal(0, tool.Number("SELECT count(*) FROM posts p JOIN members m ON m.id = p.author_id WHERE p.is_official <> (m.role <> 'Member')"));
        Assert.Equal(0, tool.Number("SELECT count(*) FROM reactions WHERE member_id IS NULL OR count <> 1"));
        Assert.InRange(tool.Number("SELECT count(*) FROM topics WHERE answer_post_id IS NOT NULL"), 20, 1000);
    }

    [Fact]
    public void The_community_is_set_up_with_its_brand_its_texts_and_one_owner()
    {
        Assert.Equal(["Sazanami", "#1f6f8b"], tool.Query("SELECT name, accent FROM site")[0]);
        Assert.Equal(1, tool.Number("SELECT count(*) FROM accounts"));
        Assert.Equal(1, tool.Number("SELECT count(*) FROM members WHERE role = 'Owner'"));
        Assert.Equal(0, tool.Number("SELECT count(*) FROM members WHERE role = 'Owner' AND language IS NOT NULL"));
        Assert.Equal(3, tool.Number("SELECT count(DISTINCT kind) FROM site_documents"));
    }

    [Fact]
    public async Task Every_counter_is_right() => await tool.Do("verify");

    [Fact]
    public async Task A_community_that_is_there_is_left_alone()
    {
        var outcome = await tool.Run("demo");

        Assert.Equal(1, outcome.Code);
        Assert.Contains("already", outcome.Error, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?<=[.!?。！？])\s*|\n+")]
    private static partial Regex Sentence();
}
