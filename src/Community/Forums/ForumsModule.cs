using Microsoft.Extensions.DependencyInjection;

namespace Community.Forums;

public static class ForumsModule
{
    public static IServiceCollection AddForums(this IServiceCollection services) => services
        .AddSingleton<ListForums>()
        .AddSingleton<ListTopics>()
        .AddSingleton<ReadTopic>()
        .AddSingleton<FindPost>()
        .AddSingleton<ReadTag>()
        .AddSingleton<ListMemberPosts>()
        .AddSingleton<ReadPulse>()
        .AddSingleton<ReadHome>();
}
