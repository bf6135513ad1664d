using Community.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Community.Postgres;

/// <summary>PostgreSQL 15 or later: many writers at a time, each holding the rows that it decides on, from one process or several.</summary>
public sealed class PostgresProvider : IDatabaseProvider, IAsyncDisposable, IDisposable
{
    // Any number will do, as long as no other program takes advisory locks of it in this database.
    private const long WritersLock = 0x436F6D6D756E6974;

    private const int JobLocks = 0x4A6F6273;

    private readonly RowLocks locks = new();
    private readonly TextThatIsStored texts = new();
    private readonly NpgsqlConnectionStringBuilder connection;
    private readonly NpgsqlDataSource source;

    /// <param name="connectionString">Npgsql's words, such as <c>Host=db;Database=community;Username=community;Password=…</c>.</param>
    public PostgresProvider(string connectionString)
    {
        connection = new NpgsqlConnectionStringBuilder(connectionString);
        connection.ApplicationName ??= "community";
        connection.TryAdd("Max Auto Prepare", 200);
        connection.TryAdd("Auto Prepare Min Usages", 3);
        source = new NpgsqlDataSourceBuilder(connection.ConnectionString).Build();
    }

    public string Name => "Postgres";

    public string Place => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{connection.Database} at {connection.Host}:{connection.Port}");

    public void Configure(DbContextOptionsBuilder options)
    {
        ConfigureWithoutModel(options);
#if !EF_DESIGN
        options.UseModel(Compiled.CommunityDbModel.Instance);
#endif
    }

    /// <summary>As <see cref="Configure"/>, but the model is built out of the mappings, which takes half a second and 10 MB.</summary>
    internal void ConfigureWithoutModel(DbContextOptionsBuilder options) => options
        .UseNpgsql(source, npgsql => npgsql.MigrationsAssembly(typeof(PostgresProvider).Assembly.GetName().Name))
        .ReplaceService<IRelationalAnnotationProvider, LedgerAnnotations>()
        .ReplaceService<IMigrationsSqlGenerator, LedgerSqlGenerator>()
        .AddInterceptors(locks, texts);

    public void Conventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        // By bytes, whatever the server's language: lists are in the same order on both engines.
        conventions.Properties<string>().UseCollation("C");
    }

    public async Task<bool> Exists(CancellationToken cancel)
    {
        try
        {
            await using var tried = await source.OpenConnectionAsync(cancel);
            return true;
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return false;
        }
    }

    public async Task<long> Size(CancellationToken cancel)
    {
        await using var command = source.CreateCommand("SELECT pg_database_size(current_database())");
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    public Task<IDisposable> EnterWrite(CancellationToken cancel) => Task.FromResult<IDisposable>(NoTurn.Instance);

    public Task BeginWrite(CommunityDb db, bool alone, CancellationToken cancel) => alone
        ? db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({WritersLock})", cancel)
        : db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared({WritersLock})", cancel);

    public Task Hold(IQueryable<long> ids, CancellationToken cancel) => RowLocks.Holding(ids).ToListAsync(cancel);

    public IQueryable<T> SkippingHeld<T>(IQueryable<T> rows) => RowLocks.SkippingHeld(rows);

    public bool IsYielded(Exception failure) =>
        (failure as PostgresException ?? failure.InnerException as PostgresException)?.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;

    public async Task<IAsyncDisposable?> TryClaim(string job, CancellationToken cancel)
    {
        var session = await source.OpenConnectionAsync(cancel);
        try
        {
            await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock($1, hashtext($2))", session) { Parameters = { new() { Value = JobLocks }, new() { Value = job } } };
            if (await command.ExecuteScalarAsync(cancel) is true)
                return new Claim(session, job);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }

        await session.DisposeAsync();
        return null;
    }

    public Task Signal(CommunityDb db, string text, CancellationToken cancel) => PostgresSignals.Send(db, text, cancel);

    public Task Listen(Func<Task> listening, Func<string, Task> heard, CancellationToken cancel) =>
        PostgresSignals.Listen(source, listening, heard, cancel);

    public Task BulkInsert<T>(CommunityDb db, IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class => PostgresBulk.Insert(db, rows, cancel);

    public Task Backup(string file, CancellationToken cancel) => PostgresCopies.Backup(connection, file, cancel);

    public async Task Restore(string file, CancellationToken cancel)
    {
        var options = new DbContextOptionsBuilder<CommunityDb>();
        Configure(options);
        await using var db = new CommunityDb(options.Options, this);
        await PostgresCopies.Whole(connection, file, cancel);
        if (!await Exists(cancel))
            await db.GetService<Microsoft.EntityFrameworkCore.Storage.IRelationalDatabaseCreator>().CreateAsync(cancel);
        await PostgresCopies.Restore(connection, source, file, db.Database.GetMigrations(), cancel);
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    public void Dispose() => source.Dispose();

    /// <summary>The lock is the session's: it goes with the connection, also where the process is killed.</summary>
    private sealed class Claim(NpgsqlConnection session, string job) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await using (session)
            {
                await using var command = new NpgsqlCommand("SELECT pg_advisory_unlock($1, hashtext($2))", session) { Parameters = { new() { Value = JobLocks }, new() { Value = job } } };
                await command.ExecuteNonQueryAsync();
            }
        }
    }

    private sealed class NoTurn : IDisposable
    {
        public static readonly NoTurn Instance = new();

        public void Dispose()
        {
        }
    }
}
