using Community.Testing;

namespace Community.ArchitectureTests.Reading;

/// <summary>The exceptions to a rule, one a line, in Allowed/: what stands after # is the reason.</summary>
internal static class AllowList
{
    public static IReadOnlySet<string> Read(string name) =>
        File.ReadLines(Path.Combine(TestData.RepositoryRoot, "tests", "Community.ArchitectureTests", "Allowed", name + ".txt"))
            .Select(line => line.Split('#')[0].Trim())
            .Where(line => line.Length > 0)
            .ToHashSet(StringComparer.Ordinal);
}
