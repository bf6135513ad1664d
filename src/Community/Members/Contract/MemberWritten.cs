using Community.Data;

namespace Community.Members.Contract;

/// <summary>An act has saved a member's row, or their account's.</summary>
public sealed record MemberWritten(long MemberId) : IEvent;
