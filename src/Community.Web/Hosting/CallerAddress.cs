using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Community.Web.Hosting;

/// <summary>Where a request comes from as a number, for counting: one IPv4 address, or the /64 that one IPv6 household has.</summary>
internal static class CallerAddress
{
    public static UInt128 Of(IPAddress? address)
    {
        if (address is null)
            return UInt128.Zero;
        Span<byte> bytes = stackalloc byte[16];
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        address.TryWriteBytes(bytes, out var written);
        return written == 4
            ? new UInt128(1, BinaryPrimitives.ReadUInt32BigEndian(bytes))
            : new UInt128(BinaryPrimitives.ReadUInt64BigEndian(bytes), 0);
    }

    /// <summary>A member, wherever they are; without one, where the request comes from. No network has the numbers of members.</summary>
    public static UInt128 Of(long? member, IPAddress? address) => member is { } id ? new UInt128(ulong.MaxValue, (ulong)id) : Of(address);

    /// <summary>Loopback, link-local and the private networks of RFC 1918 and RFC 4193.</summary>
    public static bool IsPrivate(IPAddress? address)
    {
        address = address?.IsIPv4MappedToIPv6 == true ? address.MapToIPv4() : address;
        if (address is null || IPAddress.IsLoopback(address))
            return true;
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal;
        Span<byte> bytes = stackalloc byte[4];
        address.TryWriteBytes(bytes, out _);
        return bytes[0] == 10 || (bytes[0] == 172 && (bytes[1] & 0xF0) == 16) || (bytes[0] == 192 && bytes[1] == 168) || (bytes[0] == 169 && bytes[1] == 254);
    }
}
