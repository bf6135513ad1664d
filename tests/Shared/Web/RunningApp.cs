using Community.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;

namespace Community.Testing;

/// <summary>
/// The real web host on a free port of loopback, with an empty, migrated database in a data directory of its own. A class
/// of tests shares one through <c>IClassFixture&lt;RunningApp&gt;</c>; a test that needs other settings starts its own.
/// </summary>
public sealed class RunningApp : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("community-test-");
    private TestDatabase? _database;
    private WebApplication? _app;

    /// <summary>More arguments, such as <c>--Community:Owner:Email=owner@example.com</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>What the test puts in the place of a service, such as a clock.</summary>
    public Action<WebApplicationBuilder>? Adapt { get; init; }

    /// <summary>Another app whose database this one shares; PostgreSQL only.</summary>
    public RunningApp? Beside { get; init; }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:40123</c>.</summary>
    public string Address { get; private set; } = "";

    /// <summary>A folder that goes when the app goes.</summary>
    public string DataDirectory => _data.FullName;

    /// <summary>Null where it is SQLite's file in <see cref="DataDirectory"/>.</summary>
    public TestDatabase? Database => _database;

    /// <summary>The host's own services, for arranging data and looking at rows.</summary>
    public IServiceProvider Services => _app?.Services ?? throw new InvalidOperationException("The app has not started.");

    public async ValueTask InitializeAsync()
    {
        // SQLite's lies in the data directory, made by the app's own start.
        _database = Beside?._database ?? (TestDatabase.IsPostgres ? await TestDatabase.Migrated() : null);
        _app = CommunityApp.Build(
            [
                "--applicationName", "Community.Web",
                "--environment", "Development",
                "--contentRoot", Path.Combine(TestData.RepositoryRoot, "src", "Community.Web"),
                "--urls", "http://127.0.0.1:0",
                $"--Community:DataDirectory={DataDirectory}",
                "--Logging:LogLevel:Default=Warning",
                "--Logging:LogLevel:Microsoft=Warning",
                .. _database?.Settings ?? [],
                .. Settings,
            ],
            Adapt);
        await _app.PrepareAsync();
        await _app.StartAsync();
        Address = _app.Urls.Single();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            // Stopped first, as a host is: what works in the background must not find its database taken away.
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        // Pooled connections keep a deleted database open.
        SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
        if (_database is not null && Beside is null)
            await _database.DisposeAsync();
    }
}
