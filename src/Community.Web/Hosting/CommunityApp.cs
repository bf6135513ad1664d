using System.Text.Encodings.Web;
using System.Text.Unicode;
using Community.Data;
using Community.Data.Moving;
using Community.Discussions;
using Community.Discussions.Bookmarks;
using Community.Discussions.Reading;
using Community.Forums;
using Community.Ideas;
using Community.Jobs;
using Community.Live;
using Community.Members;
using Community.Imports;
using Community.Moderation;
using Community.Notifications;
using Community.Postgres;
using Community.Privacy;
using Community.Search;
using Community.Shared;
using Community.Sqlite;
using Community.Web.Account;
using Community.Web.Admin;
using Community.Web.Discussions;
using Community.Web.Forums;
using Community.Web.Ideas;
using Community.Web.Shell.Feeds;
using Community.Web.Live;
using Community.Web.Privacy;
using Community.Web.Search;
using Community.Web.Shell;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Community.Web.Hosting;

/// <summary>Puts the web host together. The only place beside the operator's tool that names a provider.</summary>
public static class CommunityApp
{
    // The longest document in both languages, twice: nothing is uploaded yet, and what is read before its token is checked must stay small.
    private const int LargestForm = 2 * 1024 * 1024;

    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adapt = null)
    {
        // Slim: what it leaves out is IIS, HTTP/3 and logs that nobody reads here, and they take memory.
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.WebHost.UseKestrelHttpsConfiguration();
        // It also chooses the form of the log in code, over what the settings say.
        builder.Services.Configure<ConsoleLoggerOptions>(builder.Configuration.GetSection("Logging:Console"));
        builder.Services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, AddressesNotLogged>();
        // Started from its build output, outside development too, the app finds the stylesheet where it was built.
        builder.WebHost.UseStaticWebAssets();
        // Whether each page is a file as well is worth a look at the disk in development alone.
        if (!builder.Environment.IsDevelopment())
            builder.Configuration["ReloadStaticAssetsAtRuntime"] ??= bool.FalseString;
        builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = LargestForm);
        adapt?.Invoke(builder);
        AddServices(builder);

        var app = builder.Build();
        UsePipeline(app);
        return app;
    }

    /// <summary>What comes before the first request: the database up to date and an owner, where that is wanted.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<CommunityOptions>>().Value;
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<CommunityDb>>().CreateDbContextAsync())
        {
            if (options.MigrateAtStart ?? app.Environment.IsDevelopment())
                await db.Database.MigrateAsync();
            if (await app.Services.GetRequiredService<IDatabaseProvider>().Exists(CancellationToken.None))
                await RefuseUnfinished(db);
        }

        if (options.Owner.IsGiven)
            await app.Services.MakeOwner(options.Owner);
    }

    private static async Task RefuseUnfinished(CommunityDb db)
    {
        string? source;
        try
        {
            source = await UnfinishedMove.In(db, CancellationToken.None);
        }
        catch (Exception failure) when (failure.IsOfDatabase())
        {
            // Away, or not up to date: the health check says so.
            return;
        }

        if (source is not null)
            throw new OptionsValidationException(DatabaseSettings.Section, typeof(DatabaseSettings), [$"{DatabaseSettings.Section}: this database holds only part of {source}; run migrate-store again until it has come to its end."]);
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        new SettingsCheck(builder.Configuration)
            .Look<CommunityOptions>(CommunityOptions.Section)
            .Look<DatabaseSettings>(DatabaseSettings.Section)
            .Look<AccountLimits>(AccountLimits.Section)
            .Look<ForumLimits>(ForumLimits.Section)
            .Look<IdeaLimits>(IdeaLimits.Section)
            .Look<PostLimits>(PostLimits.Section)
            .Look<ReadingLimits>(ReadingLimits.Section)
            .Look<BookmarkLimits>(BookmarkLimits.Section)
            .Look<PrivacyLimits>(PrivacyLimits.Section)
            .Look<PageCacheOptions>(PageCacheOptions.Section)
            .Look<RequestLimits>(RequestLimits.Section)
            .Look<LiveLimits>(LiveLimits.Section)
            .Look<IslandLimits>(IslandLimits.Section)
            .Look<MailSettings>(MailSettings.Section)
            .ThrowIfAny();
        var database = builder.Configuration.GetSection(DatabaseSettings.Section).Get<DatabaseSettings>() ?? new DatabaseSettings();
        services.AddOptions<CommunityOptions>().BindConfiguration(CommunityOptions.Section);
        services.AddSingleton<DataDirectory>();
        if (database.IsPostgres)
            services.AddPostgres(database.ConnectionString);
        else
            services.AddSqlite(provider => provider.GetRequiredService<DataDirectory>().Database);
        services.AddContentVersions();
        services.AddData().AddShared().AddJobs().AddNotifications().AddMembers().AddDiscussions().AddForums().AddIdeas().AddModeration().AddImports().AddSearch().AddPrivacy().AddLive();

        if (database.IsPostgres)
            services.AddSingleton<IConfigureOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>, KeysInDatabase>();
        else
            services.AddSingleton<IConfigureOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>, KeysInDataDirectory>();
        services.AddDataProtection().SetApplicationName("Community");
        services.AddSingleton(provider => KeyedHash.In(provider.GetRequiredService<DataDirectory>().Root));
        services.AddSingleton<IPostConfigureOptions<MailSettings>, PickupInDataDirectory>();
        services.AddSingleton<SiteOrigin>().AddSingleton<SetupLink>().AddSingleton<Announcement>();
        services.AddHostedService(provider => provider.GetRequiredService<Announcement>());
        services.AddSingleton<SimilarIdeaCards>().AddScoped<FeedAnswers>().AddScoped<Sitemap>();
        services.AddAccountPages().AddPrivacyPages().AddLivePages();
        services.AddHttpContextAccessor();
        services.AddCommunityIdentity();
        services.AddLocalization();
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddHealthChecks().AddCheck<DatabaseReady>("database");
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        // A form without its token is refused with 400 everywhere, in development too.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.AddOptions<RequestLimits>().BindConfiguration(RequestLimits.Section);
        services.AddApi();
        services.AddIslands();
        services.AddCascadingAuthenticationState();
        services.AddSingleton<AnnouncementText>().AddSingleton<FragmentAssets>();
        services.AddPageServing();
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseMiddleware<SecurityHeaders>();
        app.UseDesignedFailures();
        app.UseMiddleware<PageLimits>();
        app.UseMiddleware<SeeOther>();
        app.MapStaticAssets();
        // Before anybody is recognised: what is found in the cache is for visitors, and needs no more than this.
        app.UseSharedPages();
        app.UseAuthentication();
        app.UseMiddleware<CurrentActorMiddleware>();
        app.UseMiddleware<IslandPages>();
        app.UseWhen(http => ApiPath.Is(http.Request), api => api.UseMiddleware<ApiFailures>().UseMiddleware<ApiDoor>());
        app.UseAuthorization();
        app.UseMiddleware<FormsWithNul>();
        app.UseAntiforgery();
        app.UseMiddleware<FormsWithoutToken>();
        app.MapHealth();
        app.MapSite();
        app.MapForums();
        app.MapIdeas();
        app.MapFeeds();
        app.MapSearch();
        app.MapDiscussions();
        app.MapAccount();
        app.MapLive();
        app.MapPrivacy();
        app.MapAdmin();
        app.MapApi();
        app.MapPages();
    }
}
