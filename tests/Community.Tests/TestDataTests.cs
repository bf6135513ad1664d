using Community.Testing;

namespace Community.Tests;

public sealed class TestDataTests
{
    [Fact]
    public void The_repository_root_is_found_from_the_test_output() =>
        Assert.True(File.Exists(Path.Combine(TestData.RepositoryRoot, "Community.sln")));

    [Fact]
    public void What_is_absent_skips_the_test_and_names_itself()
    {
        var skipped = Assert.ThrowsAny<Exception>(() => TestData.Require("no-such-folder"));

        Assert.Contains("'no-such-folder' is not here", skipped.Message, StringComparison.Ordinal);
    }
}
