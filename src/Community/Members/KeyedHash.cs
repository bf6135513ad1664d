using System.Security.Cryptography;
using System.Text;
using Community.Data;

namespace Community.Members;

/// <summary>
/// A name for something that must not be readable in the database, such as an address or a network: without the key,
/// which is not in the database, nobody can try candidates.
/// </summary>
/// <param name="key">At least 32 random bytes, the same as long as the community lives.</param>
public sealed class KeyedHash(byte[] key)
{
    public const int KeyLength = 32;

    /// <summary>How long each hash is.</summary>
    public const int Digits = 2 * HMACSHA256.HashSizeInBytes;

    /// <summary>That of a community, by the key in its data directory, which is made where there is none.</summary>
    public static KeyedHash In(string dataDirectory)
    {
        var keys = PrivateFiles.Folder(Path.Combine(dataDirectory, "keys"));
        return new KeyedHash(Secrets.Key(Path.Combine(keys, "keyed-hash.key"), KeyLength));
    }

    /// <param name="purpose">Keeps hashes of the same text for different uses apart.</param>
    /// <param name="parts">What is hashed; the border between parts counts.</param>
    /// <returns>As many hexadecimal digits as <see cref="Digits"/> says, in lower case.</returns>
    public string Of(string purpose, params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder(purpose);
        foreach (var part in parts)
            text.Append('\0').Append(part);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text.ToString())));
    }
}
