using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Community.Benchmarks.Load;

/// <summary>A server in a process of its own, so that its memory and its garbage are not ours.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, Uri address, TimeSpan toFirstPage)
    {
        this.process = process;
        Address = address;
        ToFirstPage = toFirstPage;
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to the first page answered.</summary>
    public TimeSpan ToFirstPage { get; }

    public static Task<ServerProcess> Community(string dataDirectory, params string[] settings) => Community(Repository.Built("Community.Web"), [], dataDirectory, settings);

    /// <summary>The same with <see cref="ObservedServer.Commits"/>.</summary>
    public static Task<ServerProcess> Observed(string dataDirectory, params string[] settings) => Community(typeof(ServerProcess).Assembly.Location, ["--community"], dataDirectory, settings);

    /// <summary>A bare endpoint that returns the bytes of a file.</summary>
    public static Task<ServerProcess> Bare(string file)
    {
        var port = FreePort();
        return Start(port, "/", [typeof(ServerProcess).Assembly.Location, "--bare", port.ToString(CultureInfo.InvariantCulture), file]);
    }

    /// <summary>A hub that tells everybody who listens.</summary>
    public static Task<ServerProcess> Hub()
    {
        var port = FreePort();
        return Start(port, "/", [typeof(ServerProcess).Assembly.Location, "--bare-hub", port.ToString(CultureInfo.InvariantCulture)]);
    }

    /// <summary>What its collector leaves, in bytes.</summary>
    public Task<long> Live() => LiveHeap.Of(process.Id);

    /// <summary>Processor time so far.</summary>
    public TimeSpan Spent()
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    /// <summary>Resident memory in bytes.</summary>
    public long Memory()
    {
        process.Refresh();
        return process.WorkingSet64;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static Task<ServerProcess> Community(string program, string[] first, string dataDirectory, string[] settings)
    {
        var port = FreePort();
        return Start(port, "/", [program, .. first, "--contentRoot", Repository.Project("Community.Web"), "--urls", $"http://127.0.0.1:{port}", $"--Community:DataDirectory={dataDirectory}", "--Community:MigrateAtStart=false", "--Logging:LogLevel:Default=Warning", .. settings], isCommunity: true);
    }

    private static async Task<ServerProcess> Start(int port, string firstPage, IReadOnlyList<string> arguments, bool isCommunity = false)
    {
        var info = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in arguments)
            info.ArgumentList.Add(argument);
        info.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        // As the product's own process has it; the numbers are hexadecimal.
        info.Environment["DOTNET_gcServer"] = "1";
        if (isCommunity)
            (info.Environment["DOTNET_ThreadPool_ForceMinWorkerThreads"], info.Environment["DOTNET_GCGen0MaxBudget"]) = ("10", "1000000");
        var clock = Stopwatch.StartNew();
        var process = Process.Start(info)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var address = new Uri($"http://127.0.0.1:{port}");
        using var http = new HttpClient();
        while (clock.Elapsed < TimeSpan.FromSeconds(60))
        {
            try
            {
                using var response = await http.GetAsync(new Uri(address, firstPage));
                response.EnsureSuccessStatusCode();
                return new ServerProcess(process, address, clock.Elapsed);
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(20);
            }
        }

        process.Kill(entireProcessTree: true);
        throw new InvalidOperationException("The server did not answer.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
