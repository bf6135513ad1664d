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
        // Not Assert.Throws, which lets a skip through to the runner.
        string? said = null;
        try
        {
            TestData.Require("no-such-folder");
        }
        catch (Exception skip)
        {
            said = skip.Message;
        }

        Assert.Contains("'no-such-folder' is not here", said, StringComparison.Ordinal);
    }
}
