using System.Text.Json;
using Community.Testing;
using Community.Web.Tests.Support;

namespace Community.Web.Tests.Shell.Feeds;

/// <summary>The feeds as feedsmith reads them, with texts in them that others have broken feeds with.</summary>
public sealed class FeedReaderTests(ReadingSite site) : IClassFixture<ReadingSite>
{
    [Fact]
    public async Task Feedsmith_reads_every_feed()
    {
        var topic = await site.Topic(site.Aki, "缶の箱を直すには & <b>how</b>?");
        await site.Reply(site.Ben, topic.Number, "```html\n<script>alert('</content>')</script>\n```\n\n| a | b |\n|---|---|\n| 1 | 😀 ]]> |");
        var paths = new[] { "/feeds/latest.atom", "/feeds/forums/help.atom", "/feeds/tags/tin.atom", $"/feeds/topics/{topic.Number}.atom", "/feeds/forums/tools.atom" };
        var folder = Directory.CreateTempSubdirectory("community-feeds-");
        try
        {
            using var visitor = site.Browser();
            var files = new List<string>();
            foreach (var path in paths)
            {
                files.Add(Path.Combine(folder.FullName, $"{files.Count}.atom"));
                await File.WriteAllBytesAsync(files[^1], await visitor.GetByteArrayAsync(path, TestContext.Current.CancellationToken));
            }

            var (exit, said) = await Strangers.Read("feedsmith", "read-feeds.mjs", [.. files]);

            Assert.True(exit == 0, said);
            using var read = JsonDocument.Parse(said);
            var feeds = read.RootElement.EnumerateArray().ToList();
            Assert.All(feeds, f => Assert.Equal("atom", f.GetProperty("format").GetString()));
            Assert.Equal(
                [(1, "Tin & Co"), (1, "Help · Tin & Co"), (1, "tin · Tin & Co"), (2, "缶の箱を直すには & <b>how</b>? · Tin & Co"), (0, "Tools · Tin & Co")],
                feeds.Select(f => f.GetProperty("feed")).Select(f => (f.TryGetProperty("entries", out var entries) ? entries.GetArrayLength() : 0, Text(f.GetProperty("title")))));
            var newest = feeds[3].GetProperty("feed").GetProperty("entries")[0];
            Assert.Contains("alert('&lt;/content&gt;')", Text(newest.GetProperty("content")).Replace("&#39;", "'", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Equal("ben", newest.GetProperty("authors")[0].GetProperty("name").GetString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Text(JsonElement text) => (text.ValueKind == JsonValueKind.Object ? text.GetProperty("value") : text).GetString()!;
}
