namespace Community.Web.Hosting;

/// <summary>Whether a page of this site sent a request, where there is no form whose token would say so.</summary>
internal static class OwnPages
{
    public static bool Sent(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site == "same-origin";
        // Browsers of before 2023 say at least where they come from.
        return Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority == request.Host.Value;
    }

    /// <summary>Whether a page of this site shows what is asked for as a picture. Pictures in texts of members are asked for without saying where they stand, so that no text can act for its readers.</summary>
    public static bool Show(HttpRequest request) =>
        request.Headers["Sec-Fetch-Dest"].ToString() is "" or "image"
        && Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == request.Host.Value;
}
