using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Community.Web.Hosting;

/// <summary>
/// Tells the pages on which somebody writes from those that are read. Only the former may hold an island: where one may, the
/// framework writes its state into the page and opens the way for a connection.
/// </summary>
internal sealed class IslandPages(RequestDelegate next)
{
    // Stands in the metadata of each page and is the framework's own. It must say that there are none: where it is missing, state is written for every kind.
    private const string RenderModes = "ConfiguredRenderModesMetadata";
    private static readonly object Key = new();
    private readonly ConditionalWeakTable<Endpoint, Endpoint> plain = [];

    public static bool IsOne(HttpContext http) => http.Items.ContainsKey(Key);

    public Task InvokeAsync(HttpContext http, CurrentActor current)
    {
        if (http.GetEndpoint() is not RouteEndpoint endpoint)
            return next(http);
        if (endpoint.RoutePattern.RawText?.StartsWith("/_blazor", StringComparison.OrdinalIgnoreCase) == true && (!current.Actor.IsMember || current.Actor.IsUnconfirmed))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
            return next(http);
        // A page that is put in the place of another comes through here once more.
        http.Items.Remove(Key);
        if (current.Actor.IsMember && IsWrittenOn(http.Request))
            http.Items[Key] = true;
        else
            http.SetEndpoint(plain.GetValue(endpoint, _ => Plain(endpoint)));
        return next(http);
    }

    private static bool IsWrittenOn(HttpRequest request) =>
        request.Path.Value is { } path && (path.EndsWith("/new", StringComparison.Ordinal) || path.EndsWith("/edit", StringComparison.Ordinal)
            || (path.StartsWith("/t/", StringComparison.Ordinal) && (HttpMethods.IsPost(request.Method) || request.Query.ContainsKey("reply") || request.Query.ContainsKey("quote") || request.Query.ContainsKey("draft"))));

    private static RouteEndpoint Plain(RouteEndpoint endpoint) => new(
        endpoint.RequestDelegate!, endpoint.RoutePattern, endpoint.Order, new EndpointMetadataCollection(endpoint.Metadata.Select(one => one.GetType().Name == RenderModes ? None(one) : one)), endpoint.DisplayName);

    private static object None(object modes) =>
        Activator.CreateInstance(modes.GetType(), BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, null, [Array.Empty<IComponentRenderMode>()], null)!;
}
