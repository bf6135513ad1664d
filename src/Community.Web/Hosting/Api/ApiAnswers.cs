using System.Globalization;
using Community.Members;
using Community.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Community.Web.Hosting;

/// <summary>What endpoints of the API have in common: the group that they stand in, and the way from an act's result to an answer.</summary>
internal static class ApiAnswers
{
    /// <summary>A group of endpoints under one heading of the reference.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app, string tag) =>
        app.MapGroup(ApiPath.V1).WithTags(tag).DisableAntiforgery();

    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, TokenScope scope)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Needs(scope));

    /// <summary>The answer carries the version of a text as its entity tag.</summary>
    public static RouteHandlerBuilder GivesVersion(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new GivesVersion());

    /// <summary>The answer may be 403 whatever the token.</summary>
    public static RouteHandlerBuilder MayRefuse(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new MayRefuse());

    /// <summary>The name that a client's method has, and what the reference says about the endpoint.</summary>
    public static RouteHandlerBuilder Named(this RouteHandlerBuilder endpoint, string operation, string summary, string? description = null)
    {
        endpoint.WithName(operation).WithSummary(summary).WithDescription(description ?? summary + ".");
        return endpoint;
    }

    public static Results<Ok<TWire>, ApiProblem> As<T, TWire>(this Result<T> result, Func<T, TWire> wire) =>
        result.Ok ? TypedResults.Ok(wire(result.Value)) : new ApiProblem(result.Problem);

    public static Results<NoContent, ApiProblem> Nothing<T>(this Result<T> result) =>
        result.Ok ? TypedResults.NoContent() : new ApiProblem(result.Problem);

    /// <summary>An id as programs carry it: digits in a text, because not every language's numbers hold 64 bits.</summary>
    public static string Id(this long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <returns>0, which nothing has, where it is no id: it then does not exist, like any other.</returns>
    public static long ToId(this string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
