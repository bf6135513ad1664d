using Community.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Community.Sqlite;

/// <summary>SQLite in WAL mode, one writer at a time through a fair gate, every commit durable.</summary>
public sealed class SqliteProvider(string file) : IDatabaseProvider, IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly SqliteSettings settings = new();

    public string Name => "Sqlite";

    private string ConnectionString { get; } = new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();

    public void Configure(DbContextOptionsBuilder options) => options
        .UseSqlite(ConnectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteProvider).Assembly.GetName().Name))
        .AddInterceptors(settings);

    public void Conventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<MicrosecondsConverter>();
    }

    public async Task<IDisposable> EnterWrite(CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        return new Turn(gate);
    }

    public async Task Backup(string file, CancellationToken cancel)
    {
        await using var source = new SqliteConnection(ConnectionString);
        await source.OpenAsync(cancel);
        await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        source.BackupDatabase(copy);
        await SqliteCheck.Whole(copy, cancel);
    }

    public async Task Restore(string file, CancellationToken cancel)
    {
        await using var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await source.OpenAsync(cancel);
        await SqliteCheck.Whole(source, cancel);
        await using var target = new SqliteConnection(ConnectionString);
        await target.OpenAsync(cancel);
        source.BackupDatabase(target);
        await SqliteCheck.Whole(target, cancel);
    }

    public void Dispose() => gate.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
