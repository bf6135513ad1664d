using System.Text.Json;

namespace Community.Client;

/// <summary>Reads refusals: problem details (RFC 9457), and whatever else something in between answers.</summary>
internal static class Refusals
{
    private static readonly string[] Own = ["type", "title", "status", "code", "field"];

    public static async Task<CommunityApiException> Of(HttpResponseMessage answer, TimeSpan? retryAfter, bool mayBeDone, CancellationToken cancel)
    {
        var problem = Parse(await answer.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false));
        return new CommunityApiException(
            answer.StatusCode,
            Text(problem, "code") ?? CommunityApiException.NoCode,
            Text(problem, "title") ?? answer.ReasonPhrase ?? "The server refused without a reason.")
        {
            Field = Text(problem, "field"),
            RetryAfter = retryAfter,
            MayBeDone = mayBeDone,
            Members = problem.Where(member => !Own.Contains(member.Key)).ToDictionary(),
        };
    }

    private static Dictionary<string, JsonElement> Parse(byte[] text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? json.RootElement.EnumerateObject().GroupBy(member => member.Name).ToDictionary(group => group.Key, group => group.Last().Value.Clone())
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string? Text(Dictionary<string, JsonElement> problem, string name) =>
        problem.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
