using System.Globalization;
using System.Text.Json;

namespace Community.Imports;

/// <summary>One row is not usable; the rest of its file may be.</summary>
internal class BadRowException(string sentence) : Exception(sentence);

/// <summary>Asks a JSON object for what a row must hold.</summary>
internal readonly struct Row
{
    private readonly JsonElement json;

    public Row(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new BadRowException("it is not a JSON object");
        this.json = json;
    }

    public static JsonDocument Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            if (line.Span.StartsWith("\uFEFF"u8))
                line = line[3..];
            return JsonDocument.Parse(line);
        }
        catch (JsonException)
        {
            throw new BadRowException("it is not JSON");
        }
    }

    public bool Has(string name) => Find(name) is not null;

    public JsonElement? Find(string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public long Id(string name) => Number(name) is { } id and > 0 ? id : throw new BadRowException($"{name} is not a number above 0");

    public long? Number(string name)
    {
        if (Find(name) is not { } value)
            return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : throw new BadRowException($"{name} is not a whole number");
    }

    /// <summary>A count; what is missing is 0.</summary>
    public int Count(string name) =>
        (Number(name) ?? 0) is var number and >= 0 and <= int.MaxValue ? (int)number : throw new BadRowException($"{name} is not a count");

    public bool Flag(string name) => Find(name) is { ValueKind: JsonValueKind.True };

    public string? Text(string name)
    {
        if (Find(name) is not { } value)
            return null;
        return value.ValueKind == JsonValueKind.String ? Characters(value, name) : throw new BadRowException($"{name} is not a text");
    }

    /// <summary>HTML that somebody's browser was given as a post.</summary>
    public string? Html(string name)
    {
        if (Text(name) is not { } html)
            return null;
        if (html.Length > PostHtml.MaxLength)
            throw new BadRowException($"{name} is longer than any post, with more than {PostHtml.MaxLength} characters");
        return PostHtml.IsTooDeep(html) ? throw new BadRowException($"{name} is nested deeper than any post, with more than {PostHtml.MaxDepth} elements in one another") : html;
    }

    /// <summary>A name or number of something, as text; null where there is none.</summary>
    public string? Label(string name) => Find(name) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : Text(name)?.Trim() is { Length: > 0 } label ? label : null;

    public string Words(string name) =>
        Text(name)?.Trim() is { Length: > 0 } text ? text : throw new BadRowException($"{name} is missing or empty");

    public DateTimeOffset Time(string name) =>
        DateTimeOffset.TryParse(Words(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw new BadRowException($"{name} is not a date");

    /// <summary>The text in a list of texts.</summary>
    public static string Words(JsonElement text) => Characters(text, "a text in a list").Trim();

    public IEnumerable<JsonElement> List(string name) => Find(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    private static string Characters(JsonElement text, string name)
    {
        try
        {
            // U+0000 is no text for any database.
            return text.GetString()!.Replace('\0', '\uFFFD');
        }
        catch (InvalidOperationException)
        {
            throw new BadRowException($"{name} holds broken characters");
        }
    }
}
