using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Members;

public static class MembersModule
{
    public static IServiceCollection AddMembers(this IServiceCollection services) => services
        .AddSingleton<FindMembers>()
        .AddSingleton<SuspendMember>()
        .AddSingleton<EndSuspension>()
        .AddSingleton<ChangeRole>()
        .AddSingleton<IUndo, UndoSuspension>()
        .AddSingleton<IUndo, UndoRole>()
        .AddSingleton<IContentNames, MemberNames>()
        .AddSingleton<MemberStanding>()
        .AddSingleton<IHandle<PostWritten>>(provider => provider.GetRequiredService<MemberStanding>())
        .AddSingleton<IHandle<PostStateChanged>>(provider => provider.GetRequiredService<MemberStanding>())
        .AddSingleton<IHandle<ReactionChanged>>(provider => provider.GetRequiredService<MemberStanding>())
        .AddSingleton<ReadMember>();
}
