using System.Text.Json;
using Community.Testing;

namespace Community.Browser.Tests.BadInput;

/// <summary>What others wrote to make pages run something: every entry of the lists, once.</summary>
internal static class Payloads
{
    private static readonly string[] Fields = ["payload", "markdown", "text"];

    public static IReadOnlyList<string> All() =>
    [
        .. Files("xss-sanitizer", "*.jsonl").SelectMany(Entries)
            .Concat(Files("naughty-strings", "blns.jsonl").SelectMany(Entries))
            .Concat(Files("injection-lists", "*.txt").SelectMany(File.ReadLines))
            .Where(payload => payload.Length > 0)
            .Distinct(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(TestData.Require(folder), pattern).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Entries(string path) => File.ReadLines(path).Where(line => line.Length > 0).Select(line =>
    {
        using var entry = JsonDocument.Parse(line);
        foreach (var field in Fields)
        {
            if (entry.RootElement.TryGetProperty(field, out var value))
                return value.GetString()!;
        }

        throw new InvalidOperationException($"{path} holds an entry without a payload: {line}");
    });
}
