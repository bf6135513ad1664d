using Community.Shared;

namespace Community.Members;

/// <summary>Which members can be taken over by the people they stand for.</summary>
public static class ClaimRules
{
    public static Problem? WhyNotClaimable(Member? member) => member?.State switch
    {
        MemberState.Imported => null,
        MemberState.Active => Problem.Conflict("member-claimed"),
        MemberState.Anonymous => Problem.Forbidden("nobodys-member"),
        _ => Problem.NotFound(),
    };
}
