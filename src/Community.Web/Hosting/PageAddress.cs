using Community.Web.Ui;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Community.Web.Hosting;

/// <summary>
/// The address of a page with what it knows of the query and nothing else. Two addresses that differ in more show the
/// same page, so that whatever is written into the page must not depend on the rest.
/// </summary>
public static class PageAddress
{
    /// <summary>Every query parameter that changes what a visitor sees.</summary>
    public static readonly IReadOnlyList<string> KnownQuery = ["after", "board", "page", "sort", "span", "status", "tag"];

    /// <summary>Leads on to another address and is never part of one.</summary>
    public const string Jump = "n";

    // A search is its query; its page is not shared.
    private static readonly IReadOnlyList<string> SearchQuery = ["q", "kind", .. KnownQuery];

    /// <summary>The page as its visitor asked for it, to come back to it. What may be shared names only what its key knows.</summary>
    public static string Of(HttpRequest request) =>
        request.HttpContext.Items.ContainsKey(SharedPagePolicy.IsShared) ? Known(request) : AskedPath(request) + QueryString.Create(AskedQuery(request)).Value;

    /// <summary>The page without what else was asked: nothing that opens a door, such as the token of a mailed link.</summary>
    public static string Known(HttpRequest request)
    {
        var asked = AskedQuery(request);
        var names = request.Path == Links.SearchPage ? SearchQuery : KnownQuery;
        var known = names.Select(name => KeyValuePair.Create(name, asked.GetValueOrDefault(name) is [{ Length: > 0 } value, ..] ? value : null));
        return AskedPath(request) + QueryString.Create(known.Where(parameter => parameter.Value is not null)).Value;
    }

    // An error page is shown under the address that was asked for, and without its query.
    private static Dictionary<string, StringValues> AskedQuery(HttpRequest request) =>
        QueryHelpers.ParseQuery(request.HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalQueryString ?? request.QueryString.Value);

    private static string AskedPath(HttpRequest request)
    {
        var asked = request.HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
            ?? request.HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;
        return (request.PathBase + (asked is null ? request.Path : new PathString(asked))).ToString();
    }
}
