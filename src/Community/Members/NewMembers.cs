using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>The rows of somebody new, for registering and for the first owner.</summary>
public sealed class NewMembers(Ids ids, TimeProvider time)
{
    public Member Make(string handle, string displayName, string? language) => new()
    {
        Id = ids.Next(),
        Handle = handle,
        HandleKey = HandleSkeleton.Of(handle),
        DisplayName = displayName.Length > 0 ? displayName : handle,
        Language = language,
        JoinedAt = time.GetUtcNow(),
    };

    public Account AccountOf(Member member, string email, string hash) => new()
    {
        Id = member.Id,
        Email = email,
        NormalizedEmail = EmailRules.Normalize(email),
        PasswordHash = hash,
        SecurityStamp = Account.NewStamp(),
    };

    public ConsentRecord Consent(long member, string purpose, bool granted, int version, string surface, string language, DateTimeOffset at) => new()
    {
        Id = ids.Next(),
        MemberId = member,
        Purpose = purpose,
        Granted = granted,
        TextVersion = version,
        Surface = surface,
        Language = language,
        At = at,
    };

    /// <summary>Taken also by whoever has, or had until they were erased, a handle that looks the same.</summary>
    public async Task<Problem?> WhyNotHandle(CommunityDb db, string handle, CancellationToken cancel)
    {
        var key = HandleSkeleton.Of(handle);
        var reserved = ReservedHandle.HashOf(handle);
        return await db.Members.AnyAsync(m => m.HandleKey == key, cancel) || await db.ReservedHandles.AnyAsync(h => h.Hash == reserved, cancel) ? Problem.Invalid("handle", "handle-taken") : null;
    }
}
