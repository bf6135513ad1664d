using System.Text;

namespace Community.Web.Ui;

/// <summary>Where to go back to, as an address or a hidden field says: only ever a path of this site.</summary>
public static class ReturnPath
{
    private const int MaxLength = 2000;

    /// <summary>The path with its query, or the first page where it is none or leads elsewhere.</summary>
    public static string Of(string? path) => path is not null && IsLocal(path) ? Escaped(path) : Links.Home;

    /// <summary>A header carries ASCII only; everything else in the path stays as it is, as it was checked.</summary>
    private static string Escaped(string path) => Ascii.IsValid(path)
        ? path
        : string.Concat(path.EnumerateRunes().Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));

    /// <summary>
    /// One slash, then anything but another one. Browsers read a backslash as a slash and drop tabs and line ends, so
    /// none of these may stand anywhere; what is escaped stays a
    /// path, but at its beginning nothing is left to whoever unescapes.
    /// </summary>
    private static bool IsLocal(string path) =>
        path.Length is > 0 and <= MaxLength
        && path[0] == '/'
        && !(path.Length > 1 && path[1] == '/')
        && !path.Any(c => c == '\\' || char.IsControl(c) || char.IsWhiteSpace(c))
        && !path.StartsWith("/%2f", StringComparison.OrdinalIgnoreCase)
        && !path.StartsWith("/%5c", StringComparison.OrdinalIgnoreCase)
        && Uri.TryCreate(new Uri("http://local.invalid"), path, out var whole)
        && whole.Host == "local.invalid" && whole.Scheme == "http" && whole.UserInfo.Length == 0
        // "/.//elsewhere" is a path, but what is left once somebody has tidied it up is none.
        && !whole.AbsolutePath.StartsWith("//", StringComparison.Ordinal);
}
