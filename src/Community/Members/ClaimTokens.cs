using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Community.Shared;
using Microsoft.AspNetCore.DataProtection;

namespace Community.Members;

/// <summary>A genuine token: who holds it got a mail at that address.</summary>
public sealed record ClaimToken(long MemberId, string Email);

/// <summary>The secrets in links with which somebody takes over an imported member. Each works once: a claimed member is imported no longer.</summary>
public sealed class ClaimTokens(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>Long enough for a mail read the next evening.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(48);

    private const int Head = 2 * sizeof(long);
    private readonly IDataProtector protector = protection.CreateProtector("Community.Members.ClaimTokens");

    public string Make(long memberId, string email)
    {
        var content = new byte[Head + Encoding.UTF8.GetByteCount(email)];
        BinaryPrimitives.WriteInt64LittleEndian(content, memberId);
        BinaryPrimitives.WriteInt64LittleEndian(content.AsSpan(sizeof(long)), (time.GetUtcNow() + Lasts).ToUnixTimeSeconds());
        Encoding.UTF8.GetBytes(email, content.AsSpan(Head));
        return Base64Url.EncodeToString(protector.Protect(content));
    }

    public Result<ClaimToken> Read(string? token)
    {
        byte[] content;
        try
        {
            content = protector.Unprotect(Base64Url.DecodeFromChars(token));
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            return new Problem(ProblemKind.Invalid, "link-invalid");
        }

        if (time.GetUtcNow().ToUnixTimeSeconds() >= BinaryPrimitives.ReadInt64LittleEndian(content.AsSpan(sizeof(long))))
            return new Problem(ProblemKind.Invalid, "link-expired");
        return new ClaimToken(BinaryPrimitives.ReadInt64LittleEndian(content), Encoding.UTF8.GetString(content.AsSpan(Head)));
    }
}
