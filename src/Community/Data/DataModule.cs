using Community.Shared.Personal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Community.Data;

public static class DataModule
{
    /// <summary>The database through a provider that the composition root has registered.</summary>
    public static IServiceCollection AddData(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Ids>();
        services.AddSingleton<EventDispatcher>();
        services.AddSingleton<NodeSignals>();
        services.AddSingleton<CommunityData>();
        services.AddSingleton<IPersonalData, PersonalRecords>();
        services.AddPooledDbContextFactory<CommunityDb>((provider, options) => provider.GetRequiredService<IDatabaseProvider>().Configure(options));
        return services;
    }
}
