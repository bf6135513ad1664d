using System.Linq.Expressions;
using Community.Shared;

namespace Community.Members;

/// <summary>A person as a line of a page names them.</summary>
public sealed record MemberSummary(long Id, string Handle, string DisplayName, Role Role, MemberState State)
{
    internal static readonly Expression<Func<Member, MemberSummary>> From = m => new MemberSummary(m.Id, m.Handle, m.DisplayName, m.Role, m.State);

    public bool IsErased => State == MemberState.Erased;
}
