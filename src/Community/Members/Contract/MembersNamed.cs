using Community.Data;

namespace Community.Members.Contract;

/// <summary>Members are new, call themselves something else, or are nobody any more.</summary>
public sealed record MembersNamed(IReadOnlyList<long> MemberIds) : IEvent;
