using Community.Shared;
using Microsoft.AspNetCore.Diagnostics;

namespace Community.Web.Hosting;

/// <summary>Gives every refusal that nobody put into words the form that programs read, in the place of the designed page for people.</summary>
internal sealed class ApiFailures(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        await next(http);
        if (http.Response.HasStarted || http.Response.StatusCode < StatusCodes.Status400BadRequest || http.Response.ContentType is not null)
            return;
        var status = http.Response.StatusCode;
        await ApiProblem.Write(http, Of(status), status);
    }

    private static Problem Of(int status) => status switch
    {
        StatusCodes.Status404NotFound => Problem.NotFound(),
        StatusCodes.Status405MethodNotAllowed => new Problem(ProblemKind.Invalid, "no-such-method"),
        StatusCodes.Status413PayloadTooLarge => new Problem(ProblemKind.Invalid, "too-large"),
        StatusCodes.Status415UnsupportedMediaType => new Problem(ProblemKind.Invalid, "wrong-media-type"),
        _ => new Problem(ProblemKind.Invalid, "malformed"),
    };
}
