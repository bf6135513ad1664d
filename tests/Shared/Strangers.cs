using System.Diagnostics;

namespace Community.Testing;

/// <summary>Programs that nobody on this project wrote, which read what the app sends: those of <c>tests/strangers</c>.</summary>
public static class Strangers
{
    private static readonly string Folder = Path.Combine(TestData.RepositoryRoot, "tests", "strangers");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Runs a program of an installed package.</summary>
    /// <param name="package">The package. Where it is absent, the calling test is skipped and says why.</param>
    /// <param name="program">A file of the package, or one that stands beside them and uses it.</param>
    /// <param name="arguments">What it is told.</param>
    public static async Task<(int Exit, string Said)> Read(string package, string program, params string[] arguments)
    {
        var installed = Path.Combine("node_modules", package);
        if (!Directory.Exists(Path.Combine(Folder, installed)))
            Assert.Skip($"{package} is not installed: tests/run installs it, with Node.js 18 or later.");

        var own = Path.Combine(installed, program);
        var start = new ProcessStartInfo("node", [File.Exists(Path.Combine(Folder, own)) ? own : program, .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["REDOCLY_TELEMETRY"] = "off";
        start.Environment["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true";
        using var node = Process.Start(start)!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(Cancel), node.StandardError.ReadToEndAsync(Cancel));
        await node.WaitForExitAsync(Cancel);
        var complaint = await errors;
        return (node.ExitCode, node.ExitCode == 0 ? await output : await output + complaint);
    }
}
