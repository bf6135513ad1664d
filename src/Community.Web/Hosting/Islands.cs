using Community.Web.Shell;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Community.Web.Hosting;

/// <summary>What is interactive where somebody works; everything else is rendered once.</summary>
internal static class Islands
{
    // A text of the greatest length in Japanese, and room for what is said around it.
    private const int LargestMessage = 1024 * 1024;

    public static void AddIslands(this IServiceCollection services)
    {
        services.AddRazorComponents()
            .AddInteractiveServerComponents(circuits =>
            {
                // What somebody writes stands in the form and in its draft; an island that lost its page keeps nothing worth the memory.
                circuits.DisconnectedCircuitMaxRetained = 20;
                circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(1);
            })
            .AddHubOptions(hub =>
            {
                hub.MaximumReceiveMessageSize = LargestMessage;
                hub.AddFilter<IslandPlaces>();
            });
        services.AddOptions<IslandLimits>().BindConfiguration(IslandLimits.Section);
        services.AddSingleton<IslandPlaces>();
        services.AddScoped<AuthenticationStateProvider, IslandVisit>();
        services.AddScoped<IslandMember>();
        services.AddSingleton<PreviewLimit>();
    }

    public static void MapPages(this WebApplication app) => app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options =>
    {
        // The policy of every answer says who may frame a page; compression would cost each connection its buffers.
        options.ContentSecurityFrameAncestorsPolicy = null;
        options.DisableWebSocketCompression = true;
    });
}
