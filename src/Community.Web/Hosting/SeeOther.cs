namespace Community.Web.Hosting;

/// <summary>After a form was sent the next page is fetched with GET (303), whatever made the redirect.</summary>
internal sealed class SeeOther(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.OnStarting(() =>
            {
                if (http.Response.StatusCode == StatusCodes.Status302Found)
                    http.Response.StatusCode = StatusCodes.Status303SeeOther;
                return Task.CompletedTask;
            });
        }

        return next(http);
    }
}
