using System.Globalization;

namespace Community.Shared.Markdown;

/// <summary>Where a link leads once it was allowed. Host is null inside this site and for mail.</summary>
internal sealed record LinkTarget(string Href, string? Host, bool IsForeign, bool HidesItsHost = false);

/// <summary>
/// Decides which addresses may be published: http, https, mailto, paths and fragments; for images http(s) and /media/ here.
/// Anything whose reading differs between parsers (control characters, backslashes, escaped hosts) is refused rather than repaired.
/// </summary>
internal static class LinkPolicy
{
    private const int MaxUrl = 2_000;

    private static readonly IdnMapping Idn = new() { AllowUnassigned = false };

    /// <summary>The target of a link, or null where it must stay text.</summary>
    public static LinkTarget? Judge(string? url, MarkdownOptions options)
    {
        url = url?.Trim();
        if (string.IsNullOrEmpty(url) || url.Length > MaxUrl || url.Any(char.IsControl))
            return null;
        if (url.StartsWith("//", StringComparison.Ordinal))
            url = "https:" + url;

        var colon = url.IndexOf(':');
        var separator = url.AsSpan().IndexOfAny("/?#\\");
        if (colon < 0 || separator >= 0 && separator < colon)
            return url.Contains('\\') ? null : new LinkTarget(url, null, false);

        var scheme = url.AsSpan(0, colon);
        if (scheme.Equals("mailto", StringComparison.OrdinalIgnoreCase))
            return url.Contains('@') ? new LinkTarget(url, null, false) : null;
        return scheme.Equals("https", StringComparison.OrdinalIgnoreCase) || scheme.Equals("http", StringComparison.OrdinalIgnoreCase)
            ? JudgeWeb(url, colon, options)
            : null;
    }

    /// <summary>The address of an image, or null where it must stay text.</summary>
    public static LinkTarget? JudgeImage(string? url, MarkdownOptions options)
    {
        if (Judge(url, options) is not { } target || target.Href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            return null;
        if (target.IsForeign)
            return target;

        var path = target.Host is null ? target.Href : new Uri(target.Href).AbsolutePath;
        var climbs = path.Contains("..", StringComparison.Ordinal) || path.Contains("%2e", StringComparison.OrdinalIgnoreCase);
        return path.StartsWith("/media/", StringComparison.Ordinal) && !climbs ? target : null;
    }

    /// <summary>A host as a reader should see it: in its own letters, or in punycode where letters are mixed to deceive.</summary>
    public static string Display(string host)
    {
        if (!host.Contains("xn--", StringComparison.OrdinalIgnoreCase))
            return host;

        try
        {
            var shown = Idn.GetUnicode(host);
            return shown.Split('.').Any(Scripts.IsSuspiciousLabel) ? host : shown;
        }
        catch (ArgumentException)
        {
            return host;
        }
    }

    /// <summary>True where the words of a link name another host than it leads to.</summary>
    public static bool NamesAnotherHost(string text, string host)
    {
        if (text.Length > MaxUrl)
            return true;

        var words = TextRules.Compatible(text);
        var tokens = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        foreach (var token in tokens)
        {
            if (HostIn(token.Trim('(', ')', '<', '>', '"', '\''), alone: tokens.Length == 1) is { } named && !IsSame(named, host))
                return true;
        }

        return false;
    }

    private static LinkTarget? JudgeWeb(string url, int colon, MarkdownOptions options)
    {
        var rest = url.AsSpan(colon + 1);
        if (!rest.StartsWith("//") || rest.Length < 3 || rest[2] is '/' or '\\')
            return null;

        var end = rest[2..].IndexOfAny("/?#");
        var authority = (end < 0 ? rest[2..] : rest.Slice(2, end)).ToString();
        if (authority.AsSpan().IndexOfAny("\\%\"<>`{}|^ ") >= 0 || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || AsciiHost(uri) is not { } host)
            return null;

        var tail = end < 0 ? "" : rest[(2 + end)..].ToString();
        var port = uri.IsDefaultPort ? "" : ":" + uri.Port.ToString(CultureInfo.InvariantCulture);
        var user = uri.UserInfo.Length > 0 ? uri.UserInfo + "@" : "";
        var asciiAuthority = authority.All(char.IsAscii);
        var href = $"{uri.Scheme}://{(asciiAuthority ? authority : user + host + port)}{tail}";
        var hidden = user.Length > 0 || host.Contains("xn--", StringComparison.Ordinal) && Display(host) == host;
        return new LinkTarget(href, host, !options.SiteHosts.Contains(host), hidden);
    }

    private static string? AsciiHost(Uri uri)
    {
        if (uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6)
            return uri.Host;

        try
        {
            var host = Idn.GetAscii(uri.Host.TrimEnd('.')).ToLowerInvariant();
            return host.Length == 0 ? null : host;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? HostIn(string token, bool alone)
    {
        var scheme = token.IndexOf("://", StringComparison.Ordinal);
        var isUrl = scheme is > 0 and < 12;
        if (!isUrl && !token.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && !alone)
            return null;

        var rest = isUrl ? token[(scheme + 3)..] : token;
        var end = rest.AsSpan().IndexOfAny("/?#:");
        var host = end < 0 ? rest : rest[..end];
        var user = host.LastIndexOf('@');
        if (!isUrl && user >= 0)
            return null;
        host = host[(user + 1)..].TrimEnd('.', ',', '…');
        var dot = host.LastIndexOf('.');
        var looksLikeHost = dot > 0 && host.Length - dot > 2 && host[(dot + 1)..].All(char.IsLetter) && host.All(c => char.IsLetterOrDigit(c) || c is '.' or '-');
        return isUrl && host.Length > 0 || looksLikeHost ? host : null;
    }

    private static bool IsSame(string named, string host)
    {
        try
        {
            named = Idn.GetAscii(named).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return false;
        }

        named = named.StartsWith("www.", StringComparison.Ordinal) ? named[4..] : named;
        return host == named || host.EndsWith("." + named, StringComparison.Ordinal);
    }
}
