using Community.Data;
using Community.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Postgres;

public static class PostgresModule
{
    /// <param name="services">The composition root's services.</param>
    /// <param name="connectionString">See <see cref="PostgresProvider"/>.</param>
    public static IServiceCollection AddPostgres(this IServiceCollection services, string connectionString) =>
        services.AddSingleton<IDatabaseProvider>(_ => new PostgresProvider(connectionString)).AddSingleton<ISearchEngine, PostgresSearch>();
}
