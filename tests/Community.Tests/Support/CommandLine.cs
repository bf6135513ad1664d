using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Community.Tests.Support;

/// <summary>The operator's tool as a program of its own, on a data directory of its own.</summary>
public sealed class CommandLine : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-cli-");

    public string Database => Path.Combine(DataDirectory, "community.db");

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
        foreach (var argument in arguments.Append("--Community:DataDirectory=" + DataDirectory))
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    /// <summary>Asks the database beside the tool, or another file.</summary>
    public IReadOnlyList<object?[]> Query(string sql, string? file = null)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file ?? Database, Pooling = false, DefaultTimeout = 30 }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add([.. row.Select(v => v is DBNull ? null : v)]);
        }

        return rows;
    }

    public long Number(string sql, string? file = null) => (long)Query(sql, file)[0][0]!;

    public void Dispose() => folder.Delete(recursive: true);
}
