using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Community.Benchmarks.Load;

/// <summary>The reference of the live budgets: a hub that tells everybody a number and the time at which it said so.</summary>
internal static class BareHub
{
    public static async Task Run(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        // The listeners only listen.
        builder.Services.AddSignalR(hub => hub.ClientTimeoutInterval = TimeSpan.FromHours(1));
        await using var app = builder.Build();
        app.MapGet("/", () => "");
        app.MapHub<Everybody>("/hub");
        app.MapPost("/tell", async (int rate, int seconds, IHubContext<Everybody> hub) =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / rate));
            for (var number = 1L; number <= rate * seconds; number++)
            {
                await timer.WaitForNextTickAsync();
                await hub.Clients.All.SendAsync("changed", number, TimeProvider.System.GetUtcNow().UtcTicks);
            }
        });
        await app.RunAsync();
    }

    public sealed class Everybody : Hub;
}
