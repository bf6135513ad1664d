using Community.Data;
using Community.Shared.Personal;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Privacy;

public static class PrivacyModule
{
    /// <summary>What people may ask of their data. The worker starts with a host; the operator's tool only verifies.</summary>
    public static IServiceCollection AddPrivacy(this IServiceCollection services)
    {
        services.AddOptions<PrivacyLimits>().BindConfiguration(PrivacyLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<IPersonalData, PersonalErasures>()
            .AddSingleton<BeginErasure>()
            .AddSingleton<EraseMyself>()
            .AddSingleton<EraseMember>()
            .AddSingleton<ContinueErasures>()
            .AddSingleton<ErasureBell>()
            .AddSingleton<IAfterCommit<ErasureBegun>>(provider => provider.GetRequiredService<ErasureBell>())
            .AddHostedService<ErasureWorker>()
            .AddSingleton<ReadMyData>()
            .AddSingleton<ExportMyData>()
            .AddSingleton<IVerify, VerifyErasures>();
    }
}
