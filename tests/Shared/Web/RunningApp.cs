using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;

namespace Community.Testing;

/// <summary>
/// The real web host on a free port of loopback, with an empty data directory of its own. A class of tests shares one
/// through <c>IClassFixture&lt;RunningApp&gt;</c>; a test that needs other settings starts its own.
/// </summary>
public sealed class RunningApp : IAsyncLifetime
{
    // Looked up by name until CommunityApp.Build stands; then this line becomes CommunityApp.Build and AppProcess goes.
    private static readonly Func<string[], WebApplication>? Build =
        Type.GetType("Community.Web.Hosting.CommunityApp, Community.Web")
            ?.GetMethod("Build", [typeof(string[])])
            ?.CreateDelegate<Func<string[], WebApplication>>();

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("community-test-");
    private WebApplication? _app;
    private AppProcess? _process;

    /// <summary>More arguments, such as <c>--Community:RequireRulesAccepted=false</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Where it listens, such as <c>http://127.0.0.1:40123</c>.</summary>
    public string Address { get; private set; } = "";

    /// <summary>A folder that goes when the app goes.</summary>
    public string DataDirectory => _data.FullName;

    /// <summary>The host's own services, for arranging data and looking at rows.</summary>
    public IServiceProvider Services =>
        _app?.Services ?? throw new InvalidOperationException("The app runs in a process of its own: its services are out of reach.");

    public async ValueTask InitializeAsync()
    {
        string[] arguments =
        [
            "--applicationName", "Community.Web",
            "--environment", "Development",
            "--contentRoot", Path.Combine(TestData.RepositoryRoot, "src", "Community.Web"),
            "--urls", "http://127.0.0.1:0",
            $"--Community:DataDirectory={DataDirectory}",
            "--Logging:LogLevel:Default=Warning",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information",
            .. Settings,
        ];
        if (Build is null)
        {
            _process = await AppProcess.Start(arguments);
            Address = _process.Address;
            return;
        }

        _app = Build(arguments);
        await _app.StartAsync();
        Address = _app.Urls.Single();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();

        if (_process is not null)
            await _process.DisposeAsync();

        // Pooled connections keep a deleted database open.
        SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }
}
