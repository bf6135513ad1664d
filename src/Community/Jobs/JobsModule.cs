using Community.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Jobs;

public static class JobsModule
{
    /// <summary>Background work. It starts with a host; a container without one (the operator's tool) only has the acts.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<OutboxBell>()
        .AddSingleton<IAfterCommit<OutboxFilled>>(provider => provider.GetRequiredService<OutboxBell>())
        .AddSingleton<SendDueMessages>()
        .AddSingleton<ForgetSentMessages>()
        .AddSingleton<ReadOutbox>()
        .AddHostedService<OutboxWorker>();
}
