using System.Net;
using System.Net.Sockets;

namespace Community.Web.Hosting;

/// <summary>
/// The network that a request comes from, as the key of limits: people move within theirs (a phone changes its IPv6
/// address by the hour), and one household should not be able to appear as a thousand.
/// </summary>
public static class ClientNetwork
{
    private const int FourBits = 24;
    private const int SixBits = 64;

    public static string Of(HttpContext http) => Of(http.Connection.RemoteIpAddress);

    /// <returns>Such as <c>203.0.113.0/24</c> or <c>2001:db8:1:2::/64</c>; <c>unknown</c> without an address.</returns>
    public static string Of(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();

        var bits = address.AddressFamily == AddressFamily.InterNetwork ? FourBits : SixBits;
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, bits / 8, bytes.Length - (bits / 8));
        return $"{new IPAddress(bytes)}/{bits}";
    }
}
