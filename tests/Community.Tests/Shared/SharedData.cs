using System.Text.Json;
using Xunit;

namespace Community.Tests.Shared;

/// <summary>Real input that nobody on this project wrote: ../shared/data beside the repository, or where COMMUNITY_TEST_DATA points. Tests skip where it is absent.</summary>
internal static class SharedData
{
    public static string Path(string relative)
    {
        var root = Environment.GetEnvironmentVariable("COMMUNITY_TEST_DATA") ?? BesideTheRepository();
        var path = root is null ? null : System.IO.Path.Combine(root, relative);
        if (path is null || !File.Exists(path) && !Directory.Exists(path))
            Assert.Skip($"no shared data: {relative}");
        return path!;
    }

    public static List<JsonElement> Lines(string relative) =>
        [.. File.ReadLines(Path(relative)).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement)];

    public static JsonElement Json(string relative) => JsonDocument.Parse(File.ReadAllText(Path(relative))).RootElement;

    public static string Text(this JsonElement row, string name) => row.GetProperty(name).GetString()!;

    private static string? BesideTheRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Community.sln")))
                return System.IO.Path.Combine(folder.FullName, "..", "shared", "data");
        }

        return null;
    }
}
