using Microsoft.Extensions.DependencyInjection;

namespace Community.Members;

public static class MembersModule
{
    public static IServiceCollection AddMembers(this IServiceCollection services) => services
        .AddSingleton<ReadMember>();
}
