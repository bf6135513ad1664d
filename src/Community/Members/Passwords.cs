using Community.Shared;
using Microsoft.AspNetCore.Identity;

namespace Community.Members;

public enum PasswordAnswer
{
    Wrong,
    Right,

    /// <summary>Right, but stored with fewer rounds than are asked for today.</summary>
    RightButOld,
}

/// <summary>Hashing in one place, so that it can be counted: slow by intent, and never inside a write.</summary>
public sealed class Passwords(IPasswordHasher<Account> hasher)
{
    private static readonly Account Nobody = new();

    public string Hash(string password) => hasher.HashPassword(Nobody, Folded(password));

    /// <summary>One hash, whether or not there is such an account: the time taken must not tell.</summary>
    public PasswordAnswer Check(Account? account, string password)
    {
        if (account is not { PasswordHash.Length: > 0 })
        {
            hasher.HashPassword(Nobody, Folded(password));
            return PasswordAnswer.Wrong;
        }

        return hasher.VerifyHashedPassword(account, account.PasswordHash, Folded(password)) switch
        {
            PasswordVerificationResult.Success => PasswordAnswer.Right,
            PasswordVerificationResult.SuccessRehashNeeded => PasswordAnswer.RightButOld,
            _ => PasswordAnswer.Wrong,
        };
    }

    /// <summary>NFKC, as SP 800-63B asks: the same password typed on a phone's Japanese keyboard is the same password.</summary>
    private static string Folded(string password) => TextRules.Compatible(password);
}
