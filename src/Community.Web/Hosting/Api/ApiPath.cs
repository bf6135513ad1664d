namespace Community.Web.Hosting;

/// <summary>Which requests are the programs' own.</summary>
internal static class ApiPath
{
    /// <summary>The page that describes it.</summary>
    public const string Reference = "/api";
    public const string V1 = "/api/v1";

    /// <summary>Live signals; asked with the same tokens, and limited like a call each time it is opened.</summary>
    public const string Hub = "/live/hub";

    public static bool Is(HttpRequest request) => Is(request.Path);

    public static bool Is(PathString path) => path.StartsWithSegments(V1) || IsHub(path);

    public static bool IsHub(PathString path) => path.StartsWithSegments(Hub);
}
