namespace Community.Testing;

/// <summary>
/// Real input that nobody on this project wrote. It is too large for the repository and stands beside it in
/// <c>shared/data</c>; <c>COMMUNITY_TEST_DATA</c> names another place.
/// </summary>
public static class TestData
{
    /// <summary>The folder that holds Community.sln.</summary>
    public static string RepositoryRoot { get; } = FindRepositoryRoot();

    public static string Root { get; } =
        Environment.GetEnvironmentVariable("COMMUNITY_TEST_DATA") is { Length: > 0 } elsewhere
            ? Path.GetFullPath(elsewhere)
            : Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared", "data"));

    /// <summary>The path of one folder or file of the data. Where it is absent, the calling test is skipped and says why.</summary>
    public static string Require(string relativePath)
    {
        var path = Path.Combine(Root, relativePath);
        if (!Path.Exists(path))
            Assert.Skip($"Test data '{relativePath}' is not here: put it beside the repository in shared/data, or name its folder in COMMUNITY_TEST_DATA.");

        return path;
    }

    private static string FindRepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Community.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Community.sln.");
    }
}
