using Community.Data;
using Community.Discussions.Contract;
using Community.Members.Contract;
using Community.Shared.Site;
using Community.Web.Forums;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Community.Web.Hosting;

/// <summary>How pages are served: kept for visitors, compressed, and replaced by a designed page where they fail.</summary>
internal static class PageServing
{
    /// <summary>Before all that tells of a change: whoever asks because they were told must find that what is kept is old.</summary>
    public static IServiceCollection AddContentVersions(this IServiceCollection services) => services
        .AddSingleton<ContentVersions>()
        .AddSingleton<IAfterCommit<DiscussionChanged>>(provider => provider.GetRequiredService<ContentVersions>())
        .AddSingleton<IAfterCommit<SiteChanged>>(provider => provider.GetRequiredService<ContentVersions>());

    public static void AddPageServing(this IServiceCollection services)
    {
        services.AddOptions<PageCacheOptions>().BindConfiguration(PageCacheOptions.Section);
        services.AddSingleton<SubjectIds>();
        services.AddSingleton<RecentMembers>();
        services.AddSingleton<IAfterCommit<MemberWritten>>(provider => provider.GetRequiredService<RecentMembers>());
        services.AddSingleton<RelatedLists>();
        services.AddHostedService<RelatedWorker>();
        services.AddSingleton<ChangesLimit>();
        services.AddSingleton<SearchLimit>();
        services.AddSingleton<TopicFragments>();
        services.AddSingleton<SharedPagePolicy>();
        services.AddSingleton<EpochWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<EpochWatch>());
        services.AddHostedService<OtherNodes>();
        services.AddOutputCache();
        services.AddOptions<OutputCacheOptions>().Configure<IOptions<PageCacheOptions>>((cache, own) =>
        {
            cache.SizeLimit = own.Value.Megabytes * 1024L * 1024;
            cache.UseCaseSensitivePaths = true;
            cache.AddBasePolicy(policy => policy.AddPolicy<SharedPagePolicy>(), excludeDefaultPolicy: true);
        });
        services.AddVisitorCompression();
        // As it comes, each component that is rendered makes one of these by reflection. They hold nothing of a request.
        services.AddSingleton(typeof(IStringLocalizer<>), typeof(StringLocalizer<>));
        services.AddExceptionHandler<Failures>();
        services.AddTransient<IStartupFilter, HeadRequests>();

        var inner = services.Last(service => service.ServiceType == typeof(IAntiforgery));
        services.Remove(inner);
        services.AddSingleton<IAntiforgery>(provider => new QuietAntiforgery((IAntiforgery)ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!)));
    }

    /// <summary>What stands around everything: nothing that goes wrong is shown as it is.</summary>
    public static void UseDesignedFailures(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = Failures.Page,
            CreateScopeForErrors = true,
            SuppressDiagnosticsCallback = _ => true, // logged once, by Failures
        });
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(static (http, next) =>
        {
            // The page about a failed form is fetched, not sent the form again: reading that could fail a second time.
            if (http.Features.Get<IExceptionHandlerFeature>() is not null || http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
                http.Request.Method = HttpMethods.Get;
            return next(http);
        });
        app.UseMiddleware<FormsNotTaken>();
    }

    public static void UseSharedPages(this WebApplication app)
    {
        app.UseOutputCache();
        app.UseVisitorCompression();
    }
}
