using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Community.Tests.Imports;

/// <summary>Reads the rows of an export by itself: it shares nothing with the importer that it checks.</summary>
internal static class SourceReader
{
    public sealed record Topic(long Id, string Title, string Created, long Category, IReadOnlyList<string> Tags, bool Closed, bool Pinned, long Views);

    public sealed record Post(long Id, long Topic, long Number, long? ReplyTo, string User, string Created, long Likes, bool HasRaw);

    public static List<Topic> Topics(string folder) => [.. Lines(Path.Combine(folder, "topics.jsonl")).Select(line =>
    {
        var row = JsonNode.Parse(line)!;
        return new Topic(
            (long)row["id"]!,
            (string)row["title"]!,
            (string)row["created_at"]!,
            (long)row["category_id"]!,
            [.. row["tags"]!.AsArray().Select(t => (string)t!)],
            (bool)row["closed"]!,
            (bool)row["pinned"]!,
            (long)row["views"]!);
    })];

    public static List<Post> Posts(string folder) => [.. Lines(Path.Combine(folder, "posts.jsonl.gz")).Select(line =>
    {
        var row = JsonNode.Parse(line)!;
        return new Post(
            (long)row["id"]!,
            (long)row["topic_id"]!,
            (long)row["post_number"]!,
            (long?)row["reply_to_post_number"],
            (string)row["user"]!,
            (string)row["created_at"]!,
            (long)row["likes"]!,
            row["raw_markdown"]?.GetValueKind() == JsonValueKind.String);
    })];

    /// <summary>Microseconds since 1970, as the database has them.</summary>
    public static long Micros(string time) =>
        (DateTime.Parse(time, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.RoundtripKind).ToUniversalTime().Ticks - DateTime.UnixEpoch.Ticks) / 10;

    private static IEnumerable<string> Lines(string path)
    {
        using Stream file = File.OpenRead(path);
        using var text = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (text.ReadLine() is { } line)
            yield return line;
    }
}
