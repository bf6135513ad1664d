using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Community.Web.Hosting;

/// <summary>The one-time key to <c>/setup</c>. It is known by its hash, in memory only: a restart makes another.</summary>
internal sealed class SetupLink
{
    private const int Bits = 128;
    private byte[]? hash;

    /// <summary>Makes the key; one made before is void.</summary>
    public string Open()
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bits / 8));
        Volatile.Write(ref hash, Hash(token));
        return token;
    }

    public bool Accepts(string? token) => Volatile.Read(ref hash) is { } expected && CryptographicOperations.FixedTimeEquals(expected, Hash(token ?? ""));

    public void Close() => Volatile.Write(ref hash, null);

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
