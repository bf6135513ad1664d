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
    public static IServiceCollection AddSqlite(this IServiceCollection services, string file) => services.AddSqlite(_ => file);

    /// <param name="services">The composition root's services.</param>
    /// <param name="file">Tells where the file is, once it is needed.</param>
    public static IServiceCollection AddSqlite(this IServiceCollection services, Func<IServiceProvider, string> file) =>
        services.AddSingleton<IDatabaseProvider>(provider => new SqliteProvider(file(provider))).AddSingleton<ISearchEngine, SqliteSearch>();
}
