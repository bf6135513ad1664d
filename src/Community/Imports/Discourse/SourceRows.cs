using System.Text.Json;
using Community.Imports.Contract;

namespace Community.Imports.Discourse;

/// <summary>A topic's own row: a line of topics.jsonl, or the head of a native document.</summary>
/// <param name="CategoryId">0 for none, as private conversations have none.</param>
/// <param name="IsApart">Not everybody could read it: unlisted, deleted, or said to stand in a restricted category.</param>
internal sealed record SourceTopic(
    long Id, string Title, DateTimeOffset CreatedAt, long CategoryId, string? Author, IReadOnlyList<string> Tags, bool IsClosed, bool IsPinned, int Views, int? Answer, bool IsApart)
{
    /// <exception cref="PrivateTopicException">It is a conversation between members, for nobody else.</exception>
    public static SourceTopic From(JsonElement json)
    {
        var row = new Row(json);
        if (row.Text("archetype") is { } archetype && archetype != "regular" && archetype != "banner")
            throw new PrivateTopicException(row.Id("id"));
        var category = row.Find("category") is { ValueKind: JsonValueKind.Object } embedded ? new Row(embedded) : (Row?)null;
        return new SourceTopic(
            row.Id("id"),
            row.Words("title"),
            row.Time("created_at"),
            row.Number("category_id") ?? category?.Number("id") ?? 0,
            row.Text("user")?.Trim(),
            [.. row.List("tags").Select(NameOfTag).Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
            row.Flag("closed") || row.Flag("archived"),
            row.Flag("pinned"),
            row.Count("views"),
            row.Find("accepted_answer") is { ValueKind: JsonValueKind.Object } answer ? new Row(answer).Count("post_number") : null,
            SaysApart(row));
    }

    public static bool SaysApart(Row row) =>
        row.Find("visible") is { ValueKind: JsonValueKind.False } || row.Has("deleted_at") || row.Flag("read_restricted")
        || (row.Find("category") is { ValueKind: JsonValueKind.Object } embedded && new Row(embedded).Flag("read_restricted"));

    // Older exports name tags by a text, newer ones by an object.
    private static string NameOfTag(JsonElement tag) => tag.ValueKind switch
    {
        JsonValueKind.String => tag.GetString()!.Trim(),
        JsonValueKind.Object => new Row(tag).Text("name")?.Trim() ?? "",
        _ => "",
    };
}

/// <summary>A post's row, in either shape.</summary>
internal sealed record SourcePost
{
    /// <summary>No thread of the field comes near it; a number beyond would only make tombstones.</summary>
    private const int HighestNumber = 10_000_000;

    private const int LikeAction = 2;
    private const int WhisperType = 4;

    public const string WhisperProblem = "it is a whisper of the staff, which nobody else may read";

    public required long Id { get; init; }

    public required long TopicId { get; init; }

    public required int Number { get; init; }

    public required string Author { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public int? ReplyTo { get; init; }

    public int Likes { get; init; }

    public string? Raw { get; init; }

    public string? Cooked { get; init; }

    public ImportedState State { get; init; }

    public bool IsAnswer { get; init; }

    /// <summary>What the text is worth: as it was typed, as it was shown, or nothing.</summary>
    public int Worth => Raw is not null ? 2 : Cooked is not null ? 1 : 0;

    public static SourcePost From(JsonElement json)
    {
        var row = new Row(json);
        var number = row.Id("post_number");
        if (number > HighestNumber)
            throw new BadRowException("post_number is beyond any thread");
        if (IsWhisper(row))
            throw new BadRowException(WhisperProblem);
        return new SourcePost
        {
            Id = row.Id("id"),
            TopicId = row.Id("topic_id"),
            Number = (int)number,
            Author = row.Has("user") ? row.Words("user") : row.Words("username"),
            CreatedAt = row.Time("created_at"),
            ReplyTo = row.Number("reply_to_post_number") is { } reply and > 0 and <= HighestNumber ? (int)reply : null,
            Likes = row.Has("likes") ? row.Count("likes") : LikesOf(row),
            Raw = row.Text("raw_markdown") ?? row.Text("raw"),
            Cooked = row.Html("cooked_html") ?? row.Html("cooked"),
            State = StateOf(row),
            IsAnswer = row.Flag("accepted_answer"),
        };
    }

    public static bool IsWhisper(Row row) => row.Number("post_type") == WhisperType;

    private static int LikesOf(Row row) =>
        row.List("actions_summary").Select(a => new Row(a)).Where(a => a.Number("id") == LikeAction).Select(a => a.Count("count")).FirstOrDefault();

    public static ImportedState StateOf(Row row)
    {
        if (row.Flag("user_deleted"))
            return ImportedState.RemovedByAuthor;
        if (row.Has("deleted_at"))
            return ImportedState.RemovedByStaff;
        return row.Flag("hidden") ? ImportedState.Hidden : ImportedState.Visible;
    }
}
