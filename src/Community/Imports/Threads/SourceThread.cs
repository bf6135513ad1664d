using System.Text.Json;
using Community.Shared;

namespace Community.Imports.Threads;

/// <param name="Speaker">Tells speakers of one thread apart and is kept nowhere.</param>
/// <param name="CreatedAt">Null where the source does not say.</param>
internal sealed record SourceMessage(int Number, string Speaker, string Text, DateTimeOffset? CreatedAt);

/// <summary>A row: a thread with the messages that are right, in the order of their numbers.</summary>
internal sealed record SourceThread(string Key, string Title, IReadOnlyList<SourceMessage> Messages)
{
    private const int LongestTitle = 40;
    private const int LongestKey = 200;

    // Each missing number costs a tombstone; no board of the field lets a thread grow so long.
    private const int HighestNumber = 20_000;

    /// <param name="json">The row.</param>
    /// <param name="report">Told of each message that is left out.</param>
    public static SourceThread From(JsonElement json, Action<string> report)
    {
        var row = new Row(json);
        var key = row.Label("id") is { Length: <= LongestKey } label ? label : throw new BadRowException("id is missing or too long");
        var (title, createdAt) = (row.Text("title"), Date(row));
        var messages = new SortedDictionary<int, SourceMessage>();
        var place = 0;
        foreach (var element in row.List("posts"))
        {
            place++;
            try
            {
                var message = Message(element, place);
                if (!messages.TryAdd(message.Number, message.Number == 1 ? message with { CreatedAt = message.CreatedAt ?? createdAt } : message))
                    throw new BadRowException($"number {message.Number} stands above already");
            }
            catch (BadRowException problem)
            {
                report($"post {place} of thread {key}: {problem.Message}");
            }
        }

        if (messages.Count == 0)
            throw new BadRowException($"thread {key} has no posts");
        var ordered = messages.Values.ToList();
        return new SourceThread(key, Visible(title) ?? Visible(Beginning(ordered[0].Text)) ?? key, ordered);
    }

    private static SourceMessage Message(JsonElement json, int place)
    {
        var row = new Row(json);
        var number = row.Has("n") ? row.Id("n") : place;
        if (number > HighestNumber)
            throw new BadRowException($"n is beyond {HighestNumber}");
        return new SourceMessage((int)number, row.Label("speaker") ?? "", row.Words("text"), Date(row));
    }

    private static DateTimeOffset? Date(Row row) => row.Has("created_at") ? row.Time("created_at") : null;

    private static string Beginning(string text)
    {
        var line = OneLine.Of(text);
        return line[..Graphemes.LengthOf(line, LongestTitle)].TrimEnd();
    }

    private static string? Visible(string? title) => title is not null && Graphemes.CountVisible(title) > 0 ? OneLine.Of(title) : null;
}
