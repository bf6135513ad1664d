using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Community.Benchmarks.Load;

/// <summary>The reference of the pages' budgets: Kestrel and one endpoint that returns the same bytes.</summary>
internal static class BareServer
{
    public static async Task Run(int port, string file)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        await using var app = builder.Build();
        app.MapGet("/{**any}", async (HttpResponse response) =>
        {
            response.ContentType = "text/html; charset=utf-8";
            response.ContentLength = bytes.Length;
            await response.Body.WriteAsync(bytes);
        });
        await app.RunAsync();
    }
}
