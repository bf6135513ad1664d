using Community.Data;
using Community.Discussions.Contract;
using Community.Members.Contract;
using Community.Shared.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Live;

public static class LiveModule
{
    public static IServiceCollection AddLive(this IServiceCollection services) => services
        .AddSingleton<LiveFeed>()
        .AddSingleton<LivePresence>()
        .AddSingleton<ReadPresence>()
        .AddSingleton<IAfterCommit<PresenceChosen>>(provider => provider.GetRequiredService<LivePresence>())
        .AddSingleton<IAfterCommit<PostWritten>>(provider => provider.GetRequiredService<LivePresence>())
        .AddSingleton<IAfterCommit<DiscussionChanged>>(provider => provider.GetRequiredService<LiveFeed>())
        .AddSingleton<IAfterCommit<SiteChanged>>(provider => provider.GetRequiredService<LiveFeed>());
}
