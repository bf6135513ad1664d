using Community.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Community.Sqlite;

/// <summary>SQLite in WAL mode, one writer at a time through a fair gate, every commit durable.</summary>
public sealed class SqliteProvider(string database) : IDatabaseProvider, IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly SqliteSettings settings = new();

    public string Name => "Sqlite";

    public string Place => database;

    private string ConnectionString { get; } = new SqliteConnectionStringBuilder
    {
        DataSource = database,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();

    public void Configure(DbContextOptionsBuilder options)
    {
        ConfigureWithoutModel(options);
#if !EF_DESIGN
        options.UseModel(Compiled.CommunityDbModel.Instance);
#endif
    }

    /// <summary>As <see cref="Configure"/>, but the model is built out of the mappings, which takes half a second and 10 MB.</summary>
    internal void ConfigureWithoutModel(DbContextOptionsBuilder options) => options
        .UseSqlite(ConnectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteProvider).Assembly.GetName().Name))
        .ReplaceService<IRelationalAnnotationProvider, LedgerAnnotations>()
        .ReplaceService<IMigrationsSqlGenerator, LedgerSqlGenerator>()
        .AddInterceptors(settings);

    public void Conventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<MicrosecondsConverter>();
    }

    public Task<bool> Exists(CancellationToken cancel) => Task.FromResult(File.Exists(database));

    public Task<long> Size(CancellationToken cancel) =>
        Task.FromResult(new[] { database, database + "-wal" }.Select(file => new FileInfo(file)).Where(file => file.Exists).Sum(file => file.Length));

    public async Task<IDisposable> EnterWrite(CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        return new Turn(gate);
    }

    // The gate has let this write in alone, and the file lets in one process's at a time.
    public Task BeginWrite(CommunityDb db, bool alone, CancellationToken cancel) => Task.CompletedTask;

    public Task Hold(IQueryable<long> ids, CancellationToken cancel) => Task.CompletedTask;

    public IQueryable<T> SkippingHeld<T>(IQueryable<T> rows) => rows;

    public bool IsYielded(Exception failure) => false;

    // One process has the file; another one on it would only do the same twice.
    public Task<IAsyncDisposable?> TryClaim(string job, CancellationToken cancel) => Task.FromResult<IAsyncDisposable?>(new Claim());

    public Task Signal(CommunityDb db, string text, CancellationToken cancel) => Task.CompletedTask;

    public Task Listen(Func<Task> listening, Func<string, Task> heard, CancellationToken cancel) => Task.CompletedTask;

    public Task BulkInsert<T>(CommunityDb db, IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class => SqliteBulk.Insert(db, rows, cancel);

    public async Task Backup(string file, CancellationToken cancel)
    {
        await using var source = new SqliteConnection(ConnectionString);
        await source.OpenAsync(cancel);
        await SqliteCopies.Backup(source, file, cancel);
    }

    public async Task Restore(string file, CancellationToken cancel)
    {
        SqliteConnection.ClearPool(new SqliteConnection(ConnectionString));
        var options = new DbContextOptionsBuilder<CommunityDb>();
        Configure(options);
        await using var db = new CommunityDb(options.Options, this);
        await SqliteCopies.Restore(file, database, db.Database.GetMigrations(), cancel);
    }

    public void Dispose() => gate.Dispose();

    private sealed class Claim : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
