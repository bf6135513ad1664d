using System.Text.Json;
using Community.Testing;

namespace Community.Tests.Shared;

/// <summary>Reads what <see cref="TestData"/> finds.</summary>
internal static class SharedData
{
    public static List<JsonElement> Lines(string relative) =>
        [.. File.ReadLines(TestData.Require(relative)).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement)];

    public static JsonElement Json(string relative) => JsonDocument.Parse(File.ReadAllText(TestData.Require(relative))).RootElement;

    public static string Text(this JsonElement row, string name) => row.GetProperty(name).GetString()!;
}
