using System.Text.Json;

namespace Community.Imports.StackExchange;

internal enum SourceKind
{
    Question,
    Answer,

    /// <summary>Says what a tag is for, or is of another kind that holds no talk.</summary>
    Other,
}

/// <summary>A row: a question or an answer.</summary>
/// <param name="Parent">The question that it answers; 0 for a question.</param>
/// <param name="Author">Empty where the site no longer says.</param>
internal sealed record SourcePost(long Id, long Parent, string Author, DateTimeOffset CreatedAt, long Score, string Html)
{
    public string Title { get; init; } = "";

    public IReadOnlyList<string> Tags { get; init; } = [];

    public long? Accepted { get; init; }

    public bool IsClosed { get; init; }

    public static SourceKind KindOf(JsonElement json) => new Row(json).Label("type") switch
    {
        "question" or "1" => SourceKind.Question,
        "answer" or "2" => SourceKind.Answer,
        null => throw new BadRowException("type is missing or empty"),
        _ => SourceKind.Other,
    };

    public static SourcePost From(JsonElement json)
    {
        var row = new Row(json);
        var isQuestion = KindOf(json) == SourceKind.Question;
        var post = new SourcePost(
            row.Id("id"), isQuestion ? 0 : row.Id("parent"), row.Label("user") ?? "", row.Time("created_at"), row.Number("score") ?? 0, row.Html("html") ?? throw new BadRowException("html is missing"));
        if (post.Score > int.MaxValue)
            throw new BadRowException("score is not a count");
        return !isQuestion ? post : post with
        {
            Title = OneLine.Of(row.Words("title")),
            Tags = [.. row.List("tags").Where(t => t.ValueKind == JsonValueKind.String).Select(Row.Words).Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
            Accepted = row.Number("accepted_answer"),
            IsClosed = row.Has("closed_at"),
        };
    }
}
