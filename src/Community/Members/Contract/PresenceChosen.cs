using Community.Data;

namespace Community.Members.Contract;

/// <summary>A member chose whether others see that they are here. Whoever was erased never is.</summary>
public sealed record PresenceChosen(long MemberId, bool IsHidden) : IHeardEverywhere;
