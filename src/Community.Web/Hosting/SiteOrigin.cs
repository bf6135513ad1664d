using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Community.Web.Hosting;

/// <summary>
/// The address of this site for links that leave it. Never taken from a stranger's Host header: a mailed link would
/// carry its secret to wherever that header says.
/// </summary>
internal sealed class SiteOrigin(IOptions<CommunityOptions> options, IServer server)
{
    /// <returns>Without a slash at the end; null where nobody has said it and the request does not stay on this machine.</returns>
    public string? Of(HttpContext http)
    {
        if (Configured is { } configured)
            return configured;
        var isLocal = http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from) && IsLoopbackName(http.Request.Host.Host);
        return isLocal ? $"{http.Request.Scheme}://{http.Request.Host}" : null;
    }

    /// <summary>For the operator who reads the console.</summary>
    public string? OfServer() => Configured ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(Reachable).FirstOrDefault();

    private string? Configured => options.Value.BaseUrl is { Length: > 0 } url ? url.TrimEnd('/') : null;

    private static bool IsLoopbackName(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>Listening everywhere is no address to go to.</summary>
    private static string Reachable(string listening)
    {
        var binding = BindingAddress.Parse(listening);
        var host = binding.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : binding.Host;
        return $"{binding.Scheme}://{host}:{binding.Port}";
    }
}
