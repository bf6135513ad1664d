using System.Text.Encodings.Web;
using System.Text.Unicode;
using Community.Data;
using Community.Discussions;
using Community.Forums;
using Community.Members;
using Community.Moderation;
using Community.Shared;
using Community.Sqlite;
using Community.Web.Forums;
using Community.Web.Shell;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.WebEncoders;

namespace Community.Web.Hosting;

/// <summary>Puts the web host together. The only place beside the operator's tool that names a provider.</summary>
public static class CommunityApp
{
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adapt = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        // Started from its build output, outside development too, the app finds the stylesheet where it was built.
        builder.WebHost.UseStaticWebAssets();
        adapt?.Invoke(builder);
        AddServices(builder);

        var app = builder.Build();
        UsePipeline(app);
        return app;
    }

    /// <summary>What comes before the first request: the database up to date, where that is wanted.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<CommunityOptions>>().Value;
        if (options.MigrateAtStart ?? app.Environment.IsDevelopment())
        {
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<CommunityDb>>().CreateDbContextAsync();
            await db.Database.MigrateAsync();
        }
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<CommunityOptions>().BindConfiguration(CommunityOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<DataDirectory>();
        services.AddSingleton<IDatabaseProvider>(provider => new SqliteProvider(provider.GetRequiredService<DataDirectory>().Database));
        services.AddData().AddShared().AddMembers().AddDiscussions().AddForums().AddModeration();

        services.AddSingleton<Microsoft.Extensions.Options.IConfigureOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>, KeysInDataDirectory>();
        services.AddDataProtection().SetApplicationName("Community");
        services.AddHttpContextAccessor();
        services.AddCommunityIdentity();
        services.AddLocalization();
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddHealthChecks().AddCheck<DatabaseReady>("database");
        services.AddRazorComponents();
        services.AddCascadingAuthenticationState();
        services.AddSingleton<AnnouncementText>();
        services.AddPageServing();
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseDesignedFailures();
        app.MapStaticAssets();
        app.UseAuthentication();
        app.UseMiddleware<CurrentActorMiddleware>();
        app.UseAuthorization();
        app.UseSharedPages();
        app.UseAntiforgery();
        app.MapHealth();
        app.MapSite();
        app.MapForums();
        app.MapRazorComponents<App>();
    }
}
