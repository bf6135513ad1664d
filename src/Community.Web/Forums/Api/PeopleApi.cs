using Community.Forums;
using Community.Members;
using Community.Shared;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Community.Web.Forums.Api;

/// <summary>A member's own page: who they are, and how much they wrote.</summary>
internal static class PeopleApi
{
    public static void MapPeopleApi(this IEndpointRouteBuilder app) =>
        app.MapApi("Members").MapGet("/members/{handle}", Read).Named("ReadMember", "One member");

    private static async Task<Results<Ok<Client.Member>, ApiProblem>> Read(
        string handle, ReadMember members, ReadMemberFigures read, CancellationToken cancel)
    {
        var found = await members.Run(handle, cancel);
        if (!found.Ok)
            return new ApiProblem(found.Problem);
        var member = found.Value;
        var figures = await read.Run(member.Person.Id, cancel);
        return TypedResults.Ok(new Client.Member
        {
            Person = Wire.Person(member.Person)!,
            Bio = member.Bio,
            Trust = SameName<TrustLevel, Client.TrustLevel>.Of(member.Trust),
            JoinedAt = member.JoinedAt,
            SuspendedUntil = member.SuspendedUntil,
            PostCount = figures.Posts,
            TopicCount = figures.Topics,
            ReactionCount = figures.Reactions,
        });
    }
}
