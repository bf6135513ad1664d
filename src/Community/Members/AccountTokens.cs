using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Community.Shared;
using Microsoft.AspNetCore.DataProtection;

namespace Community.Members;

public enum TokenPurpose
{
    ConfirmEmail,
    ResetPassword,
    NewEmail,
}

/// <summary>
/// The secrets in links that we mail. Nothing is stored: a token carries whose it is, until when, and a mark of what it
/// is going to change. Once that has changed, the mark fits no longer, so each works once.
/// </summary>
public sealed class AccountTokens(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>Long enough for a mail read the next evening.</summary>
    public static readonly TimeSpan ConfirmationLasts = TimeSpan.FromHours(48);

    /// <summary>Short, because it opens the account.</summary>
    public static readonly TimeSpan ResetLasts = TimeSpan.FromHours(2);

    private const int Head = 2 * sizeof(long);

    public string Make(TokenPurpose purpose, Account account)
    {
        var until = time.GetUtcNow() + (purpose == TokenPurpose.ResetPassword ? ResetLasts : ConfirmationLasts);
        var content = new byte[Head + SHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt64LittleEndian(content, account.Id);
        BinaryPrimitives.WriteInt64LittleEndian(content.AsSpan(sizeof(long)), until.ToUnixTimeSeconds());
        Mark(purpose, account).CopyTo(content.AsSpan(Head));
        return Base64Url.EncodeToString(For(purpose).Protect(content));
    }

    /// <summary>Whose token it is, where it is ours and not too old. Whether it still works is asked of the account, in the write.</summary>
    public Result<AccountToken> Read(TokenPurpose purpose, string? token)
    {
        byte[] content;
        try
        {
            content = For(purpose).Unprotect(Base64Url.DecodeFromChars(token));
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            return new Problem(ProblemKind.Invalid, "link-invalid");
        }

        if (time.GetUtcNow().ToUnixTimeSeconds() >= BinaryPrimitives.ReadInt64LittleEndian(content.AsSpan(sizeof(long))))
            return new Problem(ProblemKind.Invalid, "link-expired");
        return new AccountToken(purpose, BinaryPrimitives.ReadInt64LittleEndian(content), content[Head..]);
    }

    internal static byte[] Mark(TokenPurpose purpose, Account account) => SHA256.HashData(Encoding.UTF8.GetBytes(purpose switch
    {
        TokenPurpose.ConfirmEmail => $"{account.NormalizedEmail}\n{account.EmailConfirmed}",
        TokenPurpose.ResetPassword => $"{account.SecurityStamp}",
        TokenPurpose.NewEmail => $"{account.SecurityStamp}\n{account.PendingEmail}",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    }));

    private IDataProtector For(TokenPurpose purpose) => protection.CreateProtector("Community.Members.AccountTokens", purpose.ToString());
}

/// <summary>A genuine token.</summary>
public sealed record AccountToken(TokenPurpose Purpose, long AccountId, byte[] Mark)
{
    /// <summary>Whether the account is still as it was when the token was made.</summary>
    public bool Fits(Account account) => CryptographicOperations.FixedTimeEquals(Mark, AccountTokens.Mark(Purpose, account));
}
