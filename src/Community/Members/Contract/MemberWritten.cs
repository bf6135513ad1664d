using Community.Data;

namespace Community.Members.Contract;

/// <summary>An act had a member's row, or their account's, at hand and may have changed it.</summary>
public sealed record MemberWritten(long MemberId) : IEvent;
