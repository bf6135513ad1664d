namespace Community.Web.Hosting;

/// <summary>Which requests are the programs' own.</summary>
internal static class ApiPath
{
    /// <summary>The page that describes it.</summary>
    public const string Reference = "/api";
    public const string V1 = "/api/v1";

    public static bool Is(HttpRequest request) => Is(request.Path);

    public static bool Is(PathString path) => path.StartsWithSegments(V1);
}
