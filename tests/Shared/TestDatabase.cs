using System.Collections.Concurrent;
using Community.Data;
using Community.Postgres;
using Community.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Community.Testing;

/// <summary>
/// A database of a test's own. The engine is SQLite, or PostgreSQL where <c>COMMUNITY_TEST_POSTGRES</c> holds the connection
/// string of a server whose user may make databases.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>The trait of tests that are about one engine alone.</summary>
    public const string Engine = "Engine";

    private static readonly string? Server = Environment.GetEnvironmentVariable("COMMUNITY_TEST_POSTGRES") is { Length: > 0 } given ? given : null;

    // Migrated once: every test starts from a copy.
    private static readonly Lazy<Task<TestDatabase>> Template = new(MakeTemplate);

    // Emptied and used again: making and dropping one takes longer than most tests.
    private static readonly ConcurrentBag<TestDatabase> Free = [];

    private readonly DirectoryInfo? folder;
    private readonly string place;
    private bool isMigrated;

    private TestDatabase(string? directory = null)
    {
        if (Server is null)
        {
            folder = directory is null ? Directory.CreateTempSubdirectory("community-") : null;
            place = Path.Combine(directory ?? folder!.FullName, SqliteModule.FileName);
        }
        else
        {
            Name = $"test_{Guid.NewGuid():N}";
            // Few of them: hundreds of databases are open at once.
            place = new NpgsqlConnectionStringBuilder(Server) { Database = Name, MaxPoolSize = 40, ConnectionIdleLifetime = 5, ConnectionPruningInterval = 2 }.ToString();
        }
    }

    /// <summary>The names of all tables, in SQL, as <c>"Value"</c>.</summary>
    public static string Tables => IsPostgres
        ? "SELECT tablename AS \"Value\" FROM pg_tables WHERE schemaname = 'public'"
        : "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table'";

    public static bool IsPostgres => Server is not null;

    /// <summary>The settings that lead a program to it; none where it lies in the data directory.</summary>
    public IReadOnlyList<string> Settings => IsPostgres ? [$"--{DatabaseSettings.Section}:Provider={DatabaseSettings.Postgres}", $"--{DatabaseSettings.Section}:ConnectionString={place}"] : [];

    private string Name { get; } = "";

    /// <summary>Not made yet. SQLite's lies in that folder and goes with it.</summary>
    public static TestDatabase InDataDirectory(string directory) => new(directory);

    /// <summary>With every table and nothing in them.</summary>
    public static async Task<TestDatabase> Migrated()
    {
        var template = await Template.Value;
        if (Free.TryTake(out var used))
            return used;
        var copy = new TestDatabase { isMigrated = true };
        if (IsPostgres)
            await Ask(Server!, $"CREATE DATABASE {copy.Name} TEMPLATE {template.Name}");
        else
            File.Copy(template.place, copy.place);
        return copy;
    }

    public IServiceCollection AddTo(IServiceCollection services) => IsPostgres ? services.AddPostgres(place) : services.AddSqlite(place);

    /// <summary>Answers in SQL that both engines understand; what is no whole number, text, truth or time comes as the engine has it.</summary>
    public async Task<List<object?[]>> Query(string sql)
    {
        await using System.Data.Common.DbConnection connection = IsPostgres ? new NpgsqlConnection(place) : new SqliteConnection($"Data Source={place};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add([.. row.Select(value => value is DBNull ? null : value)]);
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        if (Server is null)
        {
            // Pooled connections keep a deleted database open.
            SqliteConnection.ClearAllPools();
            folder?.Delete(recursive: true);
        }
        else if (isMigrated)
        {
            await Ask(place, EmptyAll);
            Free.Add(this);
        }
        else
        {
            await Ask(Server, $"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
        }
    }

    private static async Task<TestDatabase> MakeTemplate()
    {
        var template = new TestDatabase();
        await using var services = template.AddTo(new ServiceCollection().AddLogging()).AddData().BuildServiceProvider();
        await using (var db = await services.GetRequiredService<IDbContextFactory<CommunityDb>>().CreateDbContextAsync())
            await db.Database.MigrateAsync();
        SqliteConnection.ClearAllPools();
        return template;
    }

    // As a replica: without the triggers that refuse, and without looking at what refers to what.
    private const string EmptyAll = """
        SET session_replication_role = replica;
        DO $$ DECLARE t text; BEGIN
            FOR t IN SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' AND tablename <> '__EFMigrationsHistory' LOOP
                EXECUTE 'DELETE FROM ' || t;
            END LOOP;
        END $$
        """;

    private static async Task Ask(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }
}
