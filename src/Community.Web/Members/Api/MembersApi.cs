using Community.Members;
using Community.Shared;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Community.Web.Members.Api;

/// <summary>Other people, and what the staff does about them.</summary>
internal static class MembersApi
{
    public static void MapMembersDeskApi(this IEndpointRouteBuilder app)
    {
        var desk = app.MapApi("Moderation");
        desk.MapGet("/members", Find).Named("FindMembers", "Members as the staff looks them up, by handle").Needs(TokenScope.Staff);
        desk.MapPut("/members/{handle}/suspension", Suspend).Named("SuspendMember", "Lets a member only read for a time").Needs(TokenScope.Staff);
        desk.MapPost("/members/{handle}/suspension/end", Restore).Named("EndSuspension", "Ends a suspension before its time").Needs(TokenScope.Staff);
        desk.MapPut("/members/{handle}/role", Change).Named("ChangeRole", "Gives a member another role").Needs(TokenScope.Staff);
    }

    private static async Task<Results<Ok<Client.Page<Client.StaffMember>>, ApiProblem>> Find(
        string? text, string? which, string? after, FindMembers find, CurrentActor current, CancellationToken cancel)
    {
        if (QueryName.Of(which, FindMembers.Which.Everybody) is not { } wanted)
            return new ApiProblem(Problem.Invalid("which", "filter-unknown"));
        // Programs keep the addresses they called in logs; a person's e-mail address is not to stand there.
        return (await find.Run(current.Actor, new FindMembers.Query(text, wanted, after, ByAddress: false), cancel)).As(page => Wire.Page(page, Of));
    }

    private static async Task<Results<NoContent, ApiProblem>> Suspend(
        string handle, Client.Suspension wanted, FindMembers find, SuspendMember suspend, CurrentActor current, CancellationToken cancel)
    {
        var member = await find.One(current.Actor, handle, cancel);
        return member.Ok
            ? (await suspend.Run(current.Actor, new SuspendMember.Input(member.Value.Person.Id, wanted.Reason ?? "", wanted.Until), cancel)).Nothing()
            : new ApiProblem(member.Problem);
    }

    private static async Task<Results<NoContent, ApiProblem>> Restore(
        string handle, Client.Because why, FindMembers find, EndSuspension end, CurrentActor current, CancellationToken cancel)
    {
        var member = await find.One(current.Actor, handle, cancel);
        return member.Ok ? (await end.Run(current.Actor, member.Value.Person.Id, why.Reason ?? "", cancel)).Nothing() : new ApiProblem(member.Problem);
    }

    private static async Task<Results<NoContent, ApiProblem>> Change(
        string handle, Client.RoleChange wanted, FindMembers find, ChangeRole change, CurrentActor current, CancellationToken cancel)
    {
        if (SameName<Client.Role, Role>.Find(wanted.Role) is not { } role)
            return new ApiProblem(Problem.Invalid("role", "role-unknown"));
        var member = await find.One(current.Actor, handle, cancel);
        return member.Ok
            ? (await change.Run(current.Actor, new ChangeRole.Input(member.Value.Person.Id, role, wanted.Reason ?? ""), cancel)).Nothing()
            : new ApiProblem(member.Problem);
    }

    private static Client.StaffMember Of(StaffMemberLine line) => new()
    {
        Person = Wire.Person(line.Person)!,
        Trust = SameName<TrustLevel, Client.TrustLevel>.Of(line.Trust),
        JoinedAt = line.JoinedAt,
        LastSeenAt = line.LastSeenAt,
        PostCount = line.PostCount,
        SuspendedUntil = line.SuspendedUntil,
        SuspensionReason = line.SuspensionReason,
        Email = line.Email,
    };
}
