using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Community.Forums;
using Community.Imports;
using Community.Imports.Discourse;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Imports;

/// <summary>An export of a few rows, written by the test, and the act that reads it.</summary>
internal sealed class SmallExport : IAsyncDisposable
{
    public const string Day = "2020-02-03T04:05:06.789Z";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("export-");
    private long id = 1000;

    public required TestCommunity Community { get; init; }

    public string Folder => folder.FullName;

    public List<string> Topics { get; } = [];

    public List<string> Posts { get; } = [];

    public List<RowProblem> Problems { get; } = [];

    public static async Task<SmallExport> Start() => new() { Community = await TestCommunity.Start() };

    public void Topic(long topic, string title = "A topic from elsewhere", string user = "ann", params string[] tags) =>
        Topics.Add(JsonSerializer.Serialize(new { id = topic, title, category_id = 5, tags, created_at = Day, views = 7, closed = false, pinned = false, user }));

    public void Post(long topic, int number, string? raw = "As it was typed.", string user = "ann", int? replyTo = null, int likes = 0, long? post = null, string? cooked = null, string day = Day, int type = 1) =>
        Posts.Add(JsonSerializer.Serialize(new
        {
            id = post ?? ++id, topic_id = topic, post_number = number, reply_to_post_number = replyTo, user, created_at = day, likes, post_type = type, raw_markdown = raw, cooked_html = cooked,
        }));

    /// <summary>A document as <c>/t/ID.json</c> gives it.</summary>
    public void Native(long topic, params (long Id, int Number, string Cooked)[] posts) => Write($"native/{topic}.json", JsonSerializer.Serialize(new
    {
        id = topic,
        title = "A topic from elsewhere",
        category_id = 5,
        created_at = Day,
        archetype = "regular",
        post_stream = new
        {
            posts = posts.Select(p => new
            {
                id = p.Id, topic_id = topic, post_number = p.Number, username = "ann", name = "Ann of Elsewhere", created_at = Day, cooked = p.Cooked, actions_summary = new[] { new { id = 2, count = 3 } },
            }),
        },
    }));

    public void Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    public void Write(string file, byte[] bytes)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    public static byte[] Packed(byte[] bytes, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, level))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>Writes the rows and imports them.</summary>
    public Task<ImportSummary> Import(IProgress<ImportProgress>? progress = null)
    {
        if (Topics.Count > 0)
            Write("topics.jsonl", string.Join('\n', Topics));
        if (Posts.Count > 0)
            Write("posts.jsonl", string.Join('\n', Posts));
        return Read(progress);
    }

    /// <summary>Imports the files as they are.</summary>
    public Task<ImportSummary> Read(IProgress<ImportProgress>? progress = null) =>
        Community.Get<ImportDiscourse>().Run(new DiscourseInput(Folder, null, Problems.Add), progress, CancellationToken.None);

    /// <summary>The topics that a visitor finds, by their numbers in the source.</summary>
    public Task<List<long>> PublicTopics() => Community.Read(async db =>
    {
        var made = await db.Topics.VisibleTo(Actor.Visitor).Select(t => t.Id).ToListAsync();
        var keys = await db.ImportedItems.Where(i => i.Kind == "topic" && made.Contains(i.ContentId)).Select(i => i.Key).ToListAsync();
        return keys.ConvertAll(k => long.Parse(k, CultureInfo.InvariantCulture));
    });

    public async ValueTask DisposeAsync()
    {
        await Community.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
