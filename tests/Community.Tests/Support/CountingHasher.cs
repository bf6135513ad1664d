using Community.Members;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Community.Tests.Support;

/// <summary>The real hasher with few rounds, which says how often it was asked.</summary>
public sealed class CountingHasher : IPasswordHasher<Account>
{
    private readonly PasswordHasher<Account> inner = new(Options.Create(new PasswordHasherOptions { IterationCount = 10 }));
    private int count;

    public int Count => Volatile.Read(ref count);

    public string HashPassword(Account user, string password)
    {
        Interlocked.Increment(ref count);
        return inner.HashPassword(user, password);
    }

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref count);
        return inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
