using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Community.Shared.Personal;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Moderation;

public static class ModerationModule
{
    public static IServiceCollection AddModeration(this IServiceCollection services) => services
        .AddSingleton<IHandle<StaffActed>, WriteLog>()
        .AddSingleton<IHandle<StaffActed>, SettleReports>() // after the log, whose entry it refers to
        .AddSingleton<IVerify, ModerationLogVerifier>()
        .AddSingleton<IHandle<PostErased>, ForgetReports>()
        .AddSingleton<EraseLogPayloads>()
        .AddSingleton<IPersonalData, PersonalModeration>()
        .AddSingleton<IUndo, UndoDeclined>()
        .AddSingleton<NameContent>()
        .AddSingleton<ReportContent>()
        .AddSingleton<ReadReport>()
        .AddSingleton<DeclineReports>()
        .AddSingleton<HandleReports>()
        .AddSingleton<ModerateContent>()
        .AddSingleton<ReadQueue>()
        .AddSingleton<CountQueue>()
        .AddSingleton<ReadLog>()
        .AddSingleton<UndoAct>();
}
