using Community.Members;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;

namespace Community.Web.Hosting;

/// <summary>How a call can be refused, by what it takes.</summary>
internal static class ApiRefusals
{
    private const string After = "after";

    public static IEnumerable<(string Status, string Text)> Of(OpenApiOperation operation, ApiDescription call, Needs? needs)
    {
        var parameters = operation.Parameters ?? [];
        var takesBody = operation.RequestBody is not null;
        var takesVersion = parameters.Any(parameter => parameter.Name == "If-Match");
        var changes = call.HttpMethod != HttpMethods.Get;

        yield return ("400", "The request cannot be read.");
        yield return ("401", needs is null ? "The token does not work." : "There is no token, or it does not work.");
        // Every token reads.
        if (needs is { Scope: > TokenScope.Read })
            yield return ("403", "The token or its member may not do that.");
        else if (call.ActionDescriptor.EndpointMetadata.OfType<MayRefuse>().Any())
            yield return ("403", "This is not shown to everybody.");
        // What is the staff's alone looks to others as if it did not exist, and so does a page behind a cursor of one's own making.
        if (parameters.Any(parameter => parameter.In == ParameterLocation.Path || parameter.Name == After) || needs?.Scope == TokenScope.Staff)
            yield return ("404", "It does not exist, or not for this member.");
        if (changes)
            yield return ("409", "It has changed in the meantime, or is so already.");
        if (takesVersion)
            yield return ("412", "The text has changed since the version that was sent.");
        if (takesBody)
        {
            yield return ("413", "The body is too large.");
            yield return ("415", "The body is not JSON in UTF-8.");
        }

        if (takesBody || parameters.Any(parameter => parameter.In != ParameterLocation.Path && parameter.Name != After))
            yield return ("422", "A value breaks a rule; `field` names it.");
        if (takesVersion)
            yield return ("428", "If-Match is missing.");
        yield return ("429", "Too many calls; `Retry-After` says how long to wait.");
    }
}
