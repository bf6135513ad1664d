using System.Text.Encodings.Web;

namespace Community.Web.Hosting;

/// <summary>
/// The address of a page with what it knows of the query and nothing else. Two addresses that differ in more show the
/// same page, so that whatever is written into the page must not depend on the rest.
/// </summary>
public static class PageAddress
{
    /// <summary>Every query parameter that changes what a visitor sees.</summary>
    public static readonly IReadOnlyList<string> KnownQuery = ["after", "page", "sort"];

    /// <summary>Leads on to another address and is never part of one.</summary>
    public const string Jump = "n";

    public static string Of(HttpRequest request)
    {
        var address = AskedPath(request);
        var separator = '?';
        foreach (var name in KnownQuery)
        {
            if (request.Query[name] is not [{ Length: > 0 } value, ..])
                continue;
            address = $"{address}{separator}{name}={UrlEncoder.Default.Encode(value)}";
            separator = '&';
        }

        return address;
    }

    // An error page is shown under the address that was asked for.
    private static string AskedPath(HttpRequest request)
    {
        var asked = request.HttpContext.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>()?.OriginalPath
            ?? request.HttpContext.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerPathFeature>()?.Path;
        return (request.PathBase + (asked is null ? request.Path : new PathString(asked))).ToString();
    }
}
