using Community.Data;
using Community.Shared.Personal;
using Community.Shared.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Shared;

public static class SharedModule
{
    public static IServiceCollection AddShared(this IServiceCollection services) => services
        .AddSingleton<SiteCache>()
        .AddSingleton<UpdateBrand>()
        .AddSingleton<UpdateSite>()
        .AddSingleton<SetAnnouncement>()
        .AddSingleton<PublishDocument>()
        .AddSingleton<ReadDocument>()
        .AddSingleton<IPersonalData, PersonalSite>()
        .AddSingleton<IAfterCommit<SiteChanged>>(provider => provider.GetRequiredService<SiteCache>());
}
