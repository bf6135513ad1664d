using Community.Imports.Discourse;
using Community.Imports.StackExchange;
using Community.Imports.Threads;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Imports;

public static class ImportsModule
{
    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddSingleton<ImportDiscourse>()
        .AddSingleton<ImportStackExchange>()
        .AddSingleton<ImportThreads>();
}
