using Microsoft.Extensions.DependencyInjection;

namespace Community.Moderation;

public static class ModerationModule
{
    public static IServiceCollection AddModeration(this IServiceCollection services) => services;
}
