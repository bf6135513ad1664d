using System.Diagnostics;
using System.Text;

namespace Community.Testing;

/// <summary>The built web project in a process of its own, reached only through its address.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private const string Announcement = "Now listening on: ";

    private readonly Process _process;

    private AppProcess(Process process, string address)
    {
        _process = process;
        Address = address;
    }

    public string Address { get; }

    public static async Task<AppProcess> Start(IEnumerable<string> arguments)
    {
        var dll = Path.Combine(AppContext.BaseDirectory, "Community.Web.dll");
        var process = Process.Start(new ProcessStartInfo("dotnet", [dll, .. arguments]) { RedirectStandardOutput = true })!;
        var said = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.AppendLine(line);
            var at = line.IndexOf(Announcement, StringComparison.Ordinal);
            if (at < 0)
                continue;

            // What nobody reads fills the pipe and stops the process.
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            return new(process, line[(at + Announcement.Length)..].Trim());
        }

        await process.WaitForExitAsync();
        throw new InvalidOperationException($"The app ended with {process.ExitCode} before it listened:\n{said}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
