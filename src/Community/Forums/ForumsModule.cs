using Microsoft.Extensions.DependencyInjection;

namespace Community.Forums;

public static class ForumsModule
{
    public static IServiceCollection AddForums(this IServiceCollection services) => services;
}
