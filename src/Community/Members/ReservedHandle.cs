using System.Security.Cryptography;
using System.Text;
using Community.Shared;

namespace Community.Members;

/// <summary>That nobody may take the handle of somebody who was erased, without saying which it was.</summary>
public sealed class ReservedHandle
{
    public required string Hash { get; init; }

    /// <summary>Unkeyed: that a handle is taken is no secret, everybody may ask when they register.</summary>
    public static string HashOf(string handle) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("reserved-handle\n" + HandleSkeleton.Of(handle))));
}
