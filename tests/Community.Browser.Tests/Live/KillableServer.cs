using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Community.Testing;
using Community.Web.Hosting;
using Microsoft.Data.Sqlite;

namespace Community.Browser.Tests.Live;

/// <summary>A server in a process of its own that can be killed and started again, always at the same address and on the same data.</summary>
internal sealed class KillableServer : IAsyncDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("community-killed-");
    private readonly int port = FreePort();
    private Process? process;

    public string Address => $"http://127.0.0.1:{port}";

    private string[] Arguments =>
    [
        "--environment", "Development",
        "--contentRoot", Path.Combine(TestData.RepositoryRoot, "src", "Community.Web"),
        "--urls", Address,
        $"--Community:DataDirectory={data.FullName}",
        "--Community:Limits:PostInterval=00:00:00", "--Community:Limits:NewMemberPostInterval=00:00:00", "--Community:Limits:TopicInterval=00:00:00",
        "--Community:RequestLimits:ApiPerMinute=1000000", "--Logging:LogLevel:Default=Error",
    ];

    /// <summary>Fills the database before the first start.</summary>
    public async Task<T> Prepare<T>(Func<IServiceProvider, Task<T>> prepare)
    {
        await using var app = CommunityApp.Build(["--applicationName", "Community.Web", .. Arguments]);
        await app.PrepareAsync();
        var prepared = await prepare(app.Services);
        SqliteConnection.ClearAllPools();
        return prepared;
    }

    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Community.Web.dll"));
        foreach (var argument in Arguments)
            start.ArgumentList.Add(argument);
        process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient();
        while (true)
        {
            Assert.False(process.HasExited, "The server ended by itself.");
            try
            {
                using var answer = await http.GetAsync(Address + "/health/live", TestContext.Current.CancellationToken);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Yield();
            }
        }
    }

    /// <summary>SIGKILL: nothing of it gets to say goodbye.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await Kill();
        data.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
