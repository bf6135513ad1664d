using System.Net;
using Community.Testing;

namespace Community.Web.Tests.Hosting;

/// <summary>What a monitor and a reader are told while the database is not up to date. On PostgreSQL a test's is, always.</summary>
[Trait(TestDatabase.Engine, "Sqlite")]
public sealed class DatabaseAwayTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_said_that_it_is_not_ready_and_the_page_that_apologises_needs_no_database()
    {
        await using var app = new RunningApp { Settings = ["--Community:MigrateAtStart=false"] };
        await app.InitializeAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Address) };

        using var ready = await client.GetAsync("/health/ready", Cancel);
        using var live = await client.GetAsync("/health/live", Cancel);
        using var page = await client.GetAsync("/forums", Cancel);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, page.StatusCode);
        Assert.Contains("<h1>", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }
}
