using Community.Data;
using Community.Members;
using Community.Shared;

namespace Community.Search;

/// <summary>Which members a reader finds by their names. Pages of members can be opened by all; collecting them is another matter.</summary>
internal static class FoundMembers
{
    /// <summary>Who wrote something; for members, also who has confirmed their address and only reads.</summary>
    public static IQueryable<Member> By(CommunityDb db, Actor actor)
    {
        var there = db.Members.Where(m => m.State != MemberState.Erased && m.State != MemberState.Anonymous);
        return actor.IsMember && !actor.IsUnconfirmed
            ? there.Where(m => m.PostCount > 0 || db.Accounts.Any(a => a.Id == m.Id && a.EmailConfirmed))
            : there.Where(m => m.PostCount > 0);
    }
}
