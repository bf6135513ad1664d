using System.Text.Json;
using Community.Tests.Support;

namespace Community.Tests.Imports;

/// <summary>What an earlier run made public stays so; the operator is told where the export by now says otherwise.</summary>
public sealed class TopicsOfEarlierRunsTests
{
    private const string Warning = "Topics that everybody can read although the export now keeps them from some";

    [Fact]
    public async Task Public_topics_that_the_export_now_keeps_from_some_are_counted_and_left()
    {
        using var tool = new CommandLine();
        await tool.Do("migrate");
        var folder = Directory.CreateDirectory(tool.PathOf("export")).FullName;
        await Write(folder, null, null, null, null);
        var first = await tool.Do("import", "discourse", folder);
        await Write(folder, ("visible", false), ("archetype", "private_message"), ("deleted_at", SmallExport.Day), null);

        var second = await tool.Do("import", "discourse", folder);

        Assert.DoesNotContain(Warning, first, StringComparison.Ordinal);
        Assert.Contains(Warning + ": 3.", second, StringComparison.Ordinal);
        Assert.Equal(4, tool.Number("SELECT count(*) FROM topics WHERE audience = 'everyone' AND state = 'Visible'"));
    }

    [Fact]
    public async Task What_came_in_for_the_staff_is_not_counted()
    {
        using var tool = new CommandLine();
        await tool.Do("migrate");
        var folder = Directory.CreateDirectory(tool.PathOf("export")).FullName;
        await Write(folder, null, ("visible", false));

        await tool.Do("import", "discourse", folder);
        var second = await tool.Do("import", "discourse", folder);

        Assert.DoesNotContain(Warning, second, StringComparison.Ordinal);
    }

    private static async Task Write(string folder, params (string Name, object Value)?[] said)
    {
        var topics = said.Select((more, at) =>
        {
            var row = new Dictionary<string, object> { ["id"] = at + 1, ["title"] = "A topic", ["category_id"] = 5, ["created_at"] = SmallExport.Day };
            if (more is var (name, value))
                row[name] = value;
            return JsonSerializer.Serialize(row);
        });
        var posts = said.Select((_, at) => JsonSerializer.Serialize(new { id = at + 11, topic_id = at + 1, post_number = 1, user = "ann", created_at = SmallExport.Day, raw_markdown = "Hello" }));
        await File.WriteAllLinesAsync(Path.Combine(folder, "topics.jsonl"), topics);
        await File.WriteAllLinesAsync(Path.Combine(folder, "posts.jsonl"), posts);
    }
}
