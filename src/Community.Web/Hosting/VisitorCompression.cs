using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace Community.Web.Hosting;

/// <summary>
/// Compresses shared pages inside the cache, once each. A member's page goes as it is: it holds a secret token beside
/// what others wrote, and its compressed length would tell of it (BREACH).
/// </summary>
internal static class VisitorCompression
{
    public static void AddVisitorCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    public static void UseVisitorCompression(this IApplicationBuilder app) =>
        app.UseWhen(http => http.Items.ContainsKey(SharedPagePolicy.IsShared), shared => shared.UseResponseCompression());

    /// <summary>What the answer will be encoded in, as few values as there are encodings. A name with <c>q=0</c> is refused, not accepted.</summary>
    public static string Of(HttpRequest request)
    {
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var named);
        return Accepts("br") ? "br" : Accepts("gzip") ? "gzip" : "";

        bool Accepts(string encoding) => named?.Any(n => n.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && n.Quality is not 0) == true;
    }
}
