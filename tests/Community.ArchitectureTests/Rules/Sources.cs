using System.Text.RegularExpressions;
using Community.ArchitectureTests.Reading;

namespace Community.ArchitectureTests.Rules;

/// <summary>What only the source shows.</summary>
internal static partial class Sources
{
    /// <summary>Words before the first expression of a spoken attribute, which the compiled form no longer tells apart.</summary>
    public static IEnumerable<string> LiteralAttributes(IEnumerable<SourceFile> razorFiles, IReadOnlySet<string> allowed) =>
        from file in razorFiles
        from Match match in SpokenAttribute().Matches(WithoutComments(file.Text))
        let text = match.Groups["text"].Value.Trim()
        where text.Any(char.IsLetter) && !allowed.Contains(text)
        select $"{file.Path} writes \"{text}\"";

    public static IEnumerable<string> ImportantStyles(IEnumerable<SourceFile> stylesheets) =>
        from file in stylesheets
        where Important().IsMatch(CssComment().Replace(file.Text, ""))
        select $"{file.Path} says !important";

    private static string WithoutComments(string razor) => RazorComment().Replace(razor, "");

    [GeneratedRegex("""(?<=\s)(title|aria-label|placeholder|alt)="(?<text>[^"@]*)""")]
    private static partial Regex SpokenAttribute();

    [GeneratedRegex(@"!\s*important\b", RegexOptions.IgnoreCase)]
    private static partial Regex Important();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex CssComment();

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex RazorComment();
}
