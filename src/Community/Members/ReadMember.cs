using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>A person's own page, as everybody may see it.</summary>
public sealed record MemberView(
    MemberSummary Person, string Bio, TrustLevel Trust, DateTimeOffset JoinedAt, DateTimeOffset? SuspendedUntil)
{
    /// <summary>Whether an address is known by which somebody can take the member over.</summary>
    public bool IsClaimable { get; init; }
}

public sealed class ReadMember(CommunityData data)
{
    /// <summary>The member with this handle in any case. Who has been erased is nobody any more.</summary>
    public async Task<Result<MemberView>> Run(string handle, CancellationToken cancel = default)
    {
        var key = HandleSkeleton.Of(handle);
        var found = await data.Read(
            db => db.Members.Where(m => m.HandleKey == key && m.State != MemberState.Erased).Select(m => new MemberView(
                new MemberSummary(m.Id, m.Handle, m.DisplayName, m.Role, m.State),
                m.Bio, m.Trust, m.JoinedAt, m.SuspendedUntil)
            {
                IsClaimable = m.State == MemberState.Imported && db.FormerEmails.Any(f => f.MemberId == m.Id),
            }).FirstOrDefaultAsync(cancel),
            cancel);
        // The key also meets look-alikes of the handle; they are not its address.
        return found is not null && string.Equals(found.Person.Handle, handle, StringComparison.OrdinalIgnoreCase) ? found : Problem.NotFound();
    }
}
