namespace Community.Web.Hosting;

/// <summary>
/// Answers HEAD as GET without its body: link checkers, monitors and feed readers ask so. Before routing, which knows the pages by GET alone.
/// What never ends is left to itself.
/// </summary>
internal sealed class HeadRequests : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(AsGet);
        next(app);
    };

    private static Task AsGet(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsHead(http.Request.Method) && !http.Request.Path.StartsWithSegments("/live"))
        {
            http.Request.Method = HttpMethods.Get;
            http.Response.Body = Stream.Null;
        }

        return next(http);
    }
}
