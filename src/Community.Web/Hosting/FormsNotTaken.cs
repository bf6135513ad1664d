using Community.Shared;

namespace Community.Web.Hosting;

/// <summary>
/// A form whose token does not fit, or that its page no longer has, gets 400 and an empty page from the framework, which
/// has named the page's type by then, so that no designed page takes its place. Here it does. What is no form at all is told the same.
/// </summary>
internal sealed class FormsNotTaken(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (http.Response is not { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest or StatusCodes.Status415UnsupportedMediaType } || !HttpMethods.IsPost(http.Request.Method) || ApiPath.Is(http.Request))
            return;
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        http.Response.ContentType = null;
        http.Features.Set(new Problem(ProblemKind.Invalid, "form-not-taken"));
    }
}
