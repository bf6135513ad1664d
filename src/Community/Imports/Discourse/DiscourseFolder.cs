namespace Community.Imports.Discourse;

/// <summary>The files of an export: a pair of lists of rows, single documents as Discourse's own <c>/t/ID.json</c> gives them, or both.</summary>
internal sealed class DiscourseFolder
{
    private static readonly string[] CategoryFiles = ["categories.json", "site.json"];

    private DiscourseFolder(string name, string? topics, string? posts, string? users, IReadOnlyList<string> documents, IReadOnlyList<string> categories) =>
        (Name, Topics, Posts, Users, Documents, Categories) = (name, topics, posts, users, documents, categories);

    public string Name { get; }

    public string? Topics { get; }

    public string? Posts { get; }

    public string? Users { get; }

    public IReadOnlyList<string> Documents { get; }

    public IReadOnlyList<string> Categories { get; }

    public static DiscourseFolder Open(string path)
    {
        if (!Directory.Exists(path))
            throw new RefusedImportException(File.Exists(path) ? $"{path} is a file; name the folder that holds the export." : $"There is no folder {path}.");

        var folder = new DirectoryInfo(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        var (topics, posts) = (Either(folder, "topics.jsonl"), Either(folder, "posts.jsonl"));
        if ((topics is null) != (posts is null))
            throw new RefusedImportException($"{path} holds {Path.GetFileName(topics ?? posts)} without its {(topics is null ? "topics.jsonl" : "posts.jsonl")}.");

        string[] json = [.. folder.EnumerateFiles("*.json").Concat(Native(folder)).Select(f => f.FullName).Order(StringComparer.Ordinal)];
        string[] documents = [.. json.Where(f => !IsCategories(f))];
        if (topics is null && documents.Length == 0)
            throw new RefusedImportException($"{path} holds no Discourse export: neither topics.jsonl and posts.jsonl nor documents like 123.json.");
        return new DiscourseFolder(folder.Name, topics, posts, Either(folder, "users.jsonl"), documents, [.. json.Where(IsCategories)]);
    }

    private static IEnumerable<FileInfo> Native(DirectoryInfo folder) =>
        new DirectoryInfo(Path.Combine(folder.FullName, "native")) is { Exists: true } native ? native.EnumerateFiles("*.json") : [];

    private static string? Either(DirectoryInfo folder, string name) =>
        new[] { name, name + ".gz" }.Select(n => Path.Combine(folder.FullName, n)).FirstOrDefault(File.Exists);

    private static bool IsCategories(string file) => CategoryFiles.Contains(Path.GetFileName(file), StringComparer.OrdinalIgnoreCase);
}
