using System.Net;
using System.Net.Sockets;

namespace Community.Members;

/// <summary>The network around a network. A provider gives one customer up to a /48: 65,536 networks of the size that limits count by.</summary>
public static class WiderNetwork
{
    private const int Bits = 48;

    /// <returns>Such as <c>2001:db8:1::/48</c>; null for IPv4, where a /24 is wide already, and for what is no network.</returns>
    public static string? Of(string network)
    {
        if (!IPNetwork.TryParse(network, out var near) || near.BaseAddress.AddressFamily != AddressFamily.InterNetworkV6)
            return null;
        var bytes = near.BaseAddress.GetAddressBytes();
        Array.Clear(bytes, Bits / 8, bytes.Length - (Bits / 8));
        return $"{new IPAddress(bytes)}/{Bits}";
    }
}
