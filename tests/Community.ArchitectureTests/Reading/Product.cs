using Community.Testing;
using Mono.Cecil;

namespace Community.ArchitectureTests.Reading;

/// <summary>What the rules are held against: the compiled projects under src and wwwroot-assets, and their source files.</summary>
internal static class Product
{
    private static readonly string[] Folders = ["src", "wwwroot-assets"];

    public static IReadOnlyList<ModuleDefinition> Modules { get; } =
    [
        .. Paths("*.csproj").Select(path => Assemblies.Read(Path.Combine(AppContext.BaseDirectory, Path.GetFileNameWithoutExtension(path) + ".dll"))),
    ];

    public static ModuleDefinition Core => Modules.Single(module => module.Assembly.Name.Name == "Community");

    public static IReadOnlyList<SourceFile> Files(string pattern) =>
        [.. Paths(pattern).Select(path => new SourceFile(Path.GetRelativePath(TestData.RepositoryRoot, path).Replace('\\', '/'), File.ReadAllText(path)))];

    private static IEnumerable<string> Paths(string pattern) =>
        from folder in Folders
        let root = Path.Combine(TestData.RepositoryRoot, folder)
        where Directory.Exists(root)
        from path in Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories)
        let parts = Path.GetRelativePath(root, path).Split(Path.DirectorySeparatorChar)
        where !parts.Contains("bin") && !parts.Contains("obj") && !parts.Contains("data")
        orderby path
        select path;
}
