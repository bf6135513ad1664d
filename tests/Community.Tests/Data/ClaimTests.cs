using Community.Data;
using Community.Testing;
using Community.Tests.Support;

namespace Community.Tests.Data;

[Trait(TestDatabase.Engine, "Postgres")]
public sealed class ClaimTests
{
    [Fact]
    public async Task Work_is_one_processs_until_it_is_given_back()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "SQLite's file is one process'.");
        await using var community = await TestCommunity.Start();
        await using var second = community.Beside();
        var (here, there) = (community.Get<IDatabaseProvider>(), second.Get<IDatabaseProvider>());

        var claim = await here.TryClaim("sums", default);

        Assert.NotNull(claim);
        Assert.Null(await there.TryClaim("sums", default));
        await using (var other = await there.TryClaim("lists", default))
            Assert.NotNull(other);
        await claim.DisposeAsync();
        await using var then = await there.TryClaim("sums", default);
        Assert.NotNull(then);
    }
}
