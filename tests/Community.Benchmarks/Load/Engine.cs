using Community.Data;
using Community.Discussions;
using Community.Forums;
using Community.Ideas;
using Community.Imports;
using Community.Members;
using Community.Postgres;
using Community.Search;
using Community.Shared;
using Community.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Community.Benchmarks.Load;

/// <summary>A database engine to measure, and a community on it without its pages.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Server">The connection string of a server whose user may make databases; null for SQLite.</param>
internal sealed record Engine(string Name, string? Server)
{
    // Where it names a server, both engines are measured.
    private const string ServerSetting = "COMMUNITY_BENCH_POSTGRES";

    public static IReadOnlyList<Engine> All() =>
        Environment.GetEnvironmentVariable(ServerSetting) is { Length: > 0 } server ? [new("SQLite", null), new("PostgreSQL", server)] : [new("SQLite", null)];

    /// <param name="place">A folder, or the name of a database.</param>
    public ServiceProvider Services(string place)
    {
        var services = new ServiceCollection()
            .AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddSingleton(new KeyedHash(new byte[KeyedHash.KeyLength]))
            .AddData().AddShared().AddMembers().AddDiscussions().AddForums().AddIdeas().AddImports().AddSearch();
        if (Server is null)
            services.AddSqlite(Path.Combine(place, SqliteModule.FileName));
        else
            services.AddPostgres(new NpgsqlConnectionStringBuilder(Server) { Database = place }.ToString());
        services.AddSingleton<AskedQueries>().ConfigureDbContext<CommunityDb>((provider, options) => options.AddInterceptors(provider.GetRequiredService<AskedQueries>()));
        return services.BuildServiceProvider();
    }

    public Task<T> Fresh<T>(Func<IServiceProvider, Task<T>> measure) => InDatabase(async services =>
    {
        await using (var db = await SeededCommunity.Context(services))
            await db.Database.MigrateAsync();
        return await measure(services);
    });

    /// <summary>A database of its own, not made yet, and gone afterwards.</summary>
    public async Task<T> InDatabase<T>(Func<IServiceProvider, Task<T>> measure)
    {
        var folder = Directory.CreateTempSubdirectory("community-bench-").FullName;
        await using var services = Services(Server is null ? folder : $"bench_{Guid.NewGuid():N}");
        try
        {
            return await measure(services);
        }
        finally
        {
            await using (var db = await SeededCommunity.Context(services))
                await db.Database.EnsureDeletedAsync();
            Directory.Delete(folder, true);
        }
    }
}
