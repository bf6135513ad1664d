using System.IO.Compression;
using System.Text;
using Community.Imports;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Imports;

public sealed class RefusedFilesTests
{
    [Fact]
    public Task A_list_of_other_things_is_refused() => IsRefused("posts.jsonl holds no posts", export => export.Write("posts.jsonl", "{\"name\":\"x\"}\n{\"name\":\"y\"}\n"));

    [Fact]
    public Task An_empty_list_is_refused() => IsRefused("posts.jsonl holds no posts", export => export.Write("posts.jsonl", ""));

    [Fact]
    public Task Something_that_is_no_text_is_refused() => IsRefused("posts.jsonl is not text", export => export.Write("posts.jsonl", [0x7f, (byte)'E', (byte)'L', (byte)'F', 0, 0, 1, 2]));

    [Fact]
    public Task What_is_named_gz_and_is_not_is_refused() => IsRefused("not packed with gzip", export => Instead(export, "plain"u8.ToArray()));

    [Fact]
    public Task A_packed_file_that_was_cut_off_is_refused() => IsRefused("cut off or damaged", export =>
    {
        var rows = string.Join('\n', Enumerable.Range(1, 2000).Select(i => $$"""{"id":{{i}},"topic_id":1,"post_number":{{i}},"user":"u{{i}}","created_at":"{{SmallExport.Day}}","raw_markdown":"{{Guid.NewGuid()}}"}"""));
        Instead(export, SmallExport.Packed(Encoding.UTF8.GetBytes(rows))[..^5000]);
    });

    [Fact]
    public Task A_packed_file_that_was_changed_is_refused() => IsRefused("cut off or damaged", export =>
    {
        var packed = SmallExport.Packed(Encoding.UTF8.GetBytes(string.Join('\n', export.Posts)));
        packed[^6] ^= 0x55;
        Instead(export, packed);
    });

    [Fact]
    public Task A_file_made_to_fill_the_disk_is_refused() => IsRefused("times its size", export =>
        Instead(export, SmallExport.Packed(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(new string(' ', 1023) + "\n", 120_000))), CompressionLevel.SmallestSize)));

    [Fact]
    public Task A_line_without_an_end_is_refused() => IsRefused("has a line of more than", export => export.Write("posts.jsonl", new string('x', 20 << 20)));

    [Fact]
    public Task A_document_that_is_no_topic_is_refused() => IsRefused("is not a topic of Discourse", export => export.Write("native/5.json", "{\"id\":5,\"title\":\"x\"}"));

    [Fact]
    public Task A_document_that_is_no_JSON_is_refused() => IsRefused("5.json is not JSON", export => export.Write("native/5.json", "<html>"));

    [Fact]
    public Task Posts_without_their_topics_are_refused() => IsRefused("without its topics.jsonl", export => File.Delete(Path.Combine(export.Folder, "topics.jsonl")));

    [Fact]
    public async Task A_folder_without_an_export_is_refused()
    {
        await using var export = await SmallExport.Start();

        var refused = await Assert.ThrowsAsync<RefusedImportException>(() => export.Read());

        Assert.Contains("holds no Discourse export", refused.Message, StringComparison.Ordinal);
    }

    private static void Instead(SmallExport export, byte[] packed)
    {
        File.Delete(Path.Combine(export.Folder, "posts.jsonl"));
        export.Write("posts.jsonl.gz", packed);
    }

    private static async Task IsRefused(string because, Action<SmallExport> spoil)
    {
        await using var export = await SmallExport.Start();
        export.Topic(1);
        for (var number = 1; number <= 50; number++)
            export.Post(1, number, raw: "A post that is right in every way, number " + number);
        export.Write("topics.jsonl", string.Join('\n', export.Topics));
        export.Write("posts.jsonl", string.Join('\n', export.Posts));
        spoil(export);

        var refused = await Assert.ThrowsAsync<RefusedImportException>(() => export.Read());

        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.Equal((0, 0, 0), await export.Community.Read(async db => (await db.Members.CountAsync(), await db.Forums.CountAsync(), await db.ImportRuns.CountAsync())));
    }
}
