using Microsoft.Extensions.DependencyInjection;

namespace Community.Discussions;

public static class DiscussionsModule
{
    public static IServiceCollection AddDiscussions(this IServiceCollection services) => services;
}
