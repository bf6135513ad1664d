using Community.Data;
using Community.Discussions.Contract;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Members;

public static class MembersModule
{
    public static IServiceCollection AddMembers(this IServiceCollection services) => services
        .AddSingleton<MemberStanding>()
        .AddSingleton<IHandle<PostWritten>>(provider => provider.GetRequiredService<MemberStanding>())
        .AddSingleton<IHandle<PostStateChanged>>(provider => provider.GetRequiredService<MemberStanding>())
        .AddSingleton<IHandle<ReactionChanged>>(provider => provider.GetRequiredService<MemberStanding>())
        .AddSingleton<ReadMember>();
}
