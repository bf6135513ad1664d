namespace Community.Benchmarks.Load;

/// <summary>Where the product and the data stand, found from the built benchmarks upwards.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Real input that is no part of the repository; scenarios that need it say so where it is absent.</summary>
    public static string Data { get; } = Environment.GetEnvironmentVariable("COMMUNITY_TEST_DATA") ?? Path.Combine(Root, "..", "shared", "data");

    /// <summary>Databases that take long to make, kept between runs and outside the tree.</summary>
    public static string Cache { get; } = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "community-benchmarks")).FullName;

    public static string Project(string name) => Path.Combine(Root, "src", name);

    public static string Built(string name)
    {
        var file = Path.Combine(Project(name), "bin", "Release", "net10.0", name + ".dll");
        return File.Exists(file) ? file : throw new FileNotFoundException($"Build {name} with -c Release first.", file);
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Community.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Run the benchmarks from inside the repository.");
    }
}
