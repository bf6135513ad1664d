using Community.Data;
using Community.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Sqlite;

public static class SqliteModule
{
    /// <summary>The database's name in the data directory.</summary>
    public const string FileName = "community.db";

    /// <param name="services">The composition root's services.</param>
    /// <param name="file">The database file; made at the first migration, its folder must exist.</param>
    public static IServiceCollection AddSqlite(this IServiceCollection services, string file) =>
        services.AddSingleton<IDatabaseProvider>(new SqliteProvider(file)).AddSingleton<ISearchEngine, SqliteSearch>();
}
