using Community.Data;
using Community.Postgres;
using Community.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Community.Tests.Data;

/// <summary>What was made ahead of time out of the mappings, for both engines: migrations and compiled models.</summary>
public sealed class CompiledModelTests
{
    public static TheoryData<string> Engines => [DatabaseSettings.Sqlite, DatabaseSettings.Postgres];

    [Theory]
    [MemberData(nameof(Engines))]
    public void The_model_compiled_ahead_is_that_of_the_mappings(string engine) => Assert.Equal(Told(Open(engine, compiled: false)), Told(Open(engine, compiled: true)));

    [Theory]
    [MemberData(nameof(Engines))]
    public void The_migrations_lead_to_the_mappings(string engine)
    {
        using var db = Open(engine, compiled: false);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_host_does_not_build_its_model(string engine)
    {
        using var db = Open(engine, compiled: true);

        Assert.NotNull(db.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.Model);
    }

    [Theory]
    [InlineData("moderation_log", AppendOnly.Kept)]
    [InlineData("moderation_log_payloads", AppendOnly.Erasable)]
    public void A_ledger_is_one_on_both_engines(string table, string kind)
    {
        var refused = kind == AppendOnly.Kept ? new[] { "UPDATE", "DELETE" } : ["UPDATE"];
        foreach (var engine in new[] { DatabaseSettings.Sqlite, DatabaseSettings.Postgres })
        {
            using var db = Open(engine, compiled: false);
            var script = db.GetService<IMigrator>().GenerateScript();

            var triggers = script.Split('\n').Where(line => line.Contains("CREATE TRIGGER", StringComparison.Ordinal) && line.Contains($"ON \"{table}\"", StringComparison.Ordinal) || line.Contains($"ON {table} ", StringComparison.Ordinal)).ToList();
            Assert.All(refused, change => Assert.Contains(triggers, line => line.Contains(change, StringComparison.Ordinal)));
        }
    }

    private static CommunityDb Open(string engine, bool compiled)
    {
        var options = new DbContextOptionsBuilder<CommunityDb>();
        if (engine == DatabaseSettings.Sqlite)
        {
            var provider = new SqliteProvider("never-opened.db");
            (compiled ? (Action<DbContextOptionsBuilder>)provider.Configure : provider.ConfigureWithoutModel)(options);
            return new CommunityDb(options.Options, provider);
        }

        var postgres = new PostgresProvider("Host=never-asked");
        (compiled ? (Action<DbContextOptionsBuilder>)postgres.Configure : postgres.ConfigureWithoutModel)(options);
        return new CommunityDb(options.Options, postgres);
    }

    private static string Told(CommunityDb db)
    {
        using (db)
        {
            // Without the annotations of what is mapped, which a complex type has as empty ones too; what they say is told again by the tables.
            return db.Model.ToDebugString(MetadataDebugStringOptions.LongDefault & ~MetadataDebugStringOptions.IncludeAnnotations)
                + db.Model.GetRelationalModel().ToDebugString(MetadataDebugStringOptions.LongDefault);
        }
    }
}
