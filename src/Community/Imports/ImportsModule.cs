using Community.Imports.Discourse;
using Community.Imports.StackExchange;
using Community.Imports.Threads;
using Community.Members;
using Community.Shared.Personal;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Imports;

public static class ImportsModule
{
    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddSingleton<ImportDiscourse>()
        .AddSingleton<ImportStackExchange>()
        .AddSingleton<ImportThreads>()
        .AddSingleton<IPersonalData>(provider => new PersonalImports(provider.GetRequiredService<KeyedHash>));
}
