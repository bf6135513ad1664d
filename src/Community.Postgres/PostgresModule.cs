using Community.Data;
using Community.Search;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Community.Postgres;

public static class PostgresModule
{
    /// <param name="services">The composition root's services.</param>
    /// <param name="connectionString">See <see cref="PostgresProvider"/>.</param>
    public static IServiceCollection AddPostgres(this IServiceCollection services, string connectionString) =>
        services.AddSingleton<IDatabaseProvider>(_ => new PostgresProvider(connectionString)).AddSingleton<ISearchEngine, PostgresSearch>();

    /// <summary>The same for others to read.</summary>
    public static string WithoutPassword(string connectionString)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString);
        foreach (var secret in new[] { "Password", "SSL Password" })
            parts.Remove(secret);
        return parts.ConnectionString;
    }
}
