using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>Members as the staff looks them up, in the order of their handles.</summary>
public sealed class FindMembers(CommunityData data, TimeProvider time)
{
    private const int PageSize = 40;

    public enum Which
    {
        Everybody,
        Suspended,
        Staff,
    }

    /// <param name="Text">The beginning of a handle; for admins also a whole e-mail address.</param>
    /// <param name="After">The handle that the page before ended with.</param>
    /// <param name="ByAddress">Whether an e-mail address finds anybody.</param>
    public sealed record Query(string? Text, Which Which = Which.Everybody, string? After = null, bool ByAddress = true);

    public Task<Result<Page<StaffMemberLine>>> Run(Actor actor, Query query, CancellationToken cancel = default) => data.Read<Result<Page<StaffMemberLine>>>(async db =>
    {
        if (!actor.IsModerator)
            return Problem.NotFound();
        var rows = await Lines(db, actor, Members(db, actor, query)).Take(PageSize + 1).ToListAsync(cancel);
        return rows.Count <= PageSize
            ? new Page<StaffMemberLine>(rows, null)
            : new Page<StaffMemberLine>([.. rows.Take(PageSize)], rows[PageSize - 1].Person.Handle);
    }, cancel);

    /// <summary>One member, by handle in any case.</summary>
    public Task<Result<StaffMemberLine>> One(Actor actor, string handle, CancellationToken cancel = default) => data.Read<Result<StaffMemberLine>>(async db =>
    {
        if (!actor.IsModerator)
            return Problem.NotFound();
        var key = HandleSkeleton.Of(handle);
        var row = await Lines(db, actor, db.Members.Where(m => m.HandleKey == key && m.State != MemberState.Erased)).FirstOrDefaultAsync(cancel);
        return row is not null && string.Equals(row.Person.Handle, handle, StringComparison.OrdinalIgnoreCase) ? row : Problem.NotFound();
    }, cancel);

    private IQueryable<Member> Members(CommunityDb db, Actor actor, Query query)
    {
        var members = db.Members.Where(m => m.State != MemberState.Erased);
        var now = time.GetUtcNow();
        members = query.Which switch
        {
            Which.Suspended => members.Where(m => m.SuspendedUntil > now),
            Which.Staff => members.Where(m => m.Role != Role.Member),
            _ => members,
        };
        var text = query.Text?.Trim() ?? "";
        if (text.Contains('@') && text.IndexOf('@') > 0)
        {
            // Addresses are the members' own: only who runs the community may look one up, and only whole.
            var address = actor.IsAdmin && query.ByAddress ? text.ToUpperInvariant() : "";
            members = members.Where(m => db.Accounts.Any(a => a.Id == m.Id && a.NormalizedEmail == address));
        }
        else if (HandleSkeleton.Of(text.TrimStart('@')) is { Length: > 0 } start)
        {
            var end = start + '\uffff';
            members = members.Where(m => m.HandleKey.CompareTo(start) >= 0 && m.HandleKey.CompareTo(end) < 0);
        }

        if (query.After is { Length: > 0 } after && HandleSkeleton.Of(after) is var last)
            members = members.Where(m => m.HandleKey.CompareTo(last) > 0);
        return members.OrderBy(m => m.HandleKey);
    }

    private static IQueryable<StaffMemberLine> Lines(CommunityDb db, Actor actor, IQueryable<Member> members)
    {
        var seesAddresses = actor.IsAdmin;
        return members.Select(m => new StaffMemberLine(
            new MemberSummary(m.Id, m.Handle, m.DisplayName, m.Role, m.State), m.Trust, m.JoinedAt, m.LastSeenAt, m.PostCount, m.SuspendedUntil, m.SuspensionReason,
            seesAddresses ? db.Accounts.Where(a => a.Id == m.Id).Select(a => a.Email).FirstOrDefault() : null));
    }
}

/// <param name="Email">For admins only.</param>
public sealed record StaffMemberLine(
    MemberSummary Person, TrustLevel Trust, DateTimeOffset JoinedAt, DateTimeOffset? LastSeenAt, int PostCount, DateTimeOffset? SuspendedUntil, string? SuspensionReason, string? Email)
{
    public bool IsSuspended(DateTimeOffset now) => SuspendedUntil > now;
}
