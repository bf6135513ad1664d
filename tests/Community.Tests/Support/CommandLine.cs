using System.Diagnostics;
using Community.Testing;

namespace Community.Tests.Support;

/// <summary>The operator's tool as a program of its own, on a data directory and a database of its own.</summary>
public sealed class CommandLine : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-cli-");
    private readonly TestDatabase database;

    public CommandLine() => database = TestDatabase.InDataDirectory(DataDirectory);

    /// <summary>SQLite's file.</summary>
    public string Database => Path.Combine(DataDirectory, "community.db");

    /// <summary>PostgreSQL's, whether or not the database is made.</summary>
    public string ConnectionString => database.Settings[^1].Split('=', 2)[1];

    public string DataDirectory => Path.Combine(folder.FullName, "data");

    public string PathOf(string file) => Path.Combine(folder.FullName, file);

    public sealed record Outcome(int Code, string Out, string Error);

    public async Task<Outcome> Run(params string[] arguments)
    {
        using var program = Start(arguments);
        var (output, error) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync();
        return new Outcome(program.ExitCode, (await output).Trim(), (await error).Trim());
    }

    /// <summary>Runs and must succeed.</summary>
    public async Task<string> Do(params string[] arguments)
    {
        var outcome = await Run(arguments);
        Assert.True(outcome.Code == 0, $"{string.Join(' ', arguments)}: {outcome.Error}");
        return outcome.Out;
    }

    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.FullName,
        };
        start.ArgumentList.Add(typeof(Community.Cli.Hosting.Tool).Assembly.Location);
        // What a test sets itself comes last, and counts.
        foreach (var argument in database.Settings.Append("--Community:DataDirectory=" + DataDirectory).Concat(arguments))
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    /// <summary>Asks the tool's database; times come as microseconds since 1970 and truth as 0 or 1.</summary>
    public IReadOnlyList<object?[]> Query(string sql) =>
        [.. database.Query(sql).GetAwaiter().GetResult().Select(row => row.Select(Plain).ToArray())];

    public long Number(string sql) => (long)Query(sql)[0][0]!;

    public void Dispose()
    {
        database.DisposeAsync().AsTask().GetAwaiter().GetResult();
        folder.Delete(recursive: true);
    }

    private static object? Plain(object? value) => value switch
    {
        int number => (long)number,
        decimal sum => (long)sum,
        bool truth => truth ? 1L : 0L,
        DateTime time => (time - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond,
        _ => value,
    };
}
