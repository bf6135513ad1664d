using Community.Imports.Discourse;
using Community.Shared.Personal;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Imports;

public static class ImportsModule
{
    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddSingleton<ImportDiscourse>()
        .AddSingleton<IPersonalData, PersonalImports>();
}
