using Community.Members;
using Community.Shared;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Community.Web.Members.Api;

/// <summary>Whom a token acts for. Password, address, new tokens, download and erasure are for the person alone, on their pages.</summary>
internal static class MeApi
{
    public static void MapMeApi(this IEndpointRouteBuilder app)
    {
        var me = app.MapApi("Me");
        me.MapGet("/me", Read).Named("ReadMe", "Whom the token acts for, and how far").Needs(TokenScope.Read);
        me.MapPut("/me/profile", Update).Named("UpdateProfile", "Changes what others see of the member").Needs(TokenScope.Write);
        me.MapGet("/me/tokens", List).Named("ListTokens", "The member's tokens that work, without their secrets").Needs(TokenScope.Read);
        me.MapDelete("/me/tokens/{id}", Revoke).Named("RevokeToken", "Ends a token at once").Needs(TokenScope.Write);
    }

    private static async Task<Results<Ok<Client.Me>, ApiProblem>> Read(HttpContext http, ReadMember members, CancellationToken cancel)
    {
        var holder = TokenAuthentication.HolderOf(http)!;
        return (await members.Run(holder.Actor.Handle!, cancel)).As(member => new Client.Me
        {
            Person = Wire.Person(member.Person)!,
            Bio = member.Bio,
            Trust = SameName<TrustLevel, Client.TrustLevel>.Of(member.Trust),
            SuspendedUntil = member.SuspendedUntil,
            Scope = SameName<TokenScope, Client.TokenScope>.Of(holder.Scope),
        });
    }

    private static async Task<Results<NoContent, ApiProblem>> Update(Client.Profile profile, UpdateProfile update, CurrentActor current, CancellationToken cancel) =>
        (await update.Run(current.Actor, new UpdateProfile.Input(profile.Name ?? "", profile.Bio ?? ""), cancel)).Nothing();

    private static async Task<Ok<IReadOnlyList<Client.Token>>> List(HttpContext http, ListMyTokens tokens, CurrentActor current, CancellationToken cancel)
    {
        var mine = TokenAuthentication.HolderOf(http)!.TokenId;
        IReadOnlyList<Client.Token> all =
        [
            .. (await tokens.Run(current.Actor, cancel)).Select(token => new Client.Token
            {
                Id = token.Id.Id(),
                Name = token.Name,
                Scope = SameName<TokenScope, Client.TokenScope>.Of(token.Scope),
                CreatedAt = token.CreatedAt,
                ExpiresAt = token.ExpiresAt,
                LastUsedAt = token.LastUsedAt,
                IsThis = token.Id == mine,
            }),
        ];
        return TypedResults.Ok(all);
    }

    private static async Task<Results<NoContent, ApiProblem>> Revoke(string id, RevokeToken revoke, CurrentActor current, CancellationToken cancel) =>
        (await revoke.Run(current.Actor, id.ToId(), cancel)).Nothing();
}
