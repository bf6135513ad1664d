using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Community.Imports.Discourse;

/// <summary>Where a quote says that it comes from; without a topic, from the same one.</summary>
internal readonly record struct QuoteOrigin(string Name, long? Topic, int Post);

/// <summary>
/// Discourse's Markdown as ours: quotes carry the id of their post, and the square-bracket tags that Discourse still reads become
/// Markdown. Code is left alone.
/// </summary>
internal static partial class DiscourseText
{
    private const int Patience = 1000;

    public static string ToOurs(string text, Func<QuoteOrigin, long?> findQuoted)
    {
        text = text.ReplaceLineEndings("\n");
        if (!text.Contains('['))
            return text;
        try
        {
            return Outside(text, prose => WithTags(Quote().Replace(prose, match => Quoted(match, findQuoted))));
        }
        catch (RegexMatchTimeoutException)
        {
            // Made to be slow: it stays as it is.
            return text;
        }
    }

    private static string Quoted(Match match, Func<QuoteOrigin, long?> findQuoted)
    {
        if (!int.TryParse(match.Groups["post"].ValueSpan, CultureInfo.InvariantCulture, out var post))
            return match.Value;
        long? topic = match.Groups["topic"] is { Success: true } group && long.TryParse(group.ValueSpan, CultureInfo.InvariantCulture, out var number) ? number : null;
        return findQuoted(new QuoteOrigin(match.Groups["name"].Value.Trim(), topic, post)) is { } id ? string.Create(CultureInfo.InvariantCulture, $"[quote={id}]") : match.Value;
    }

    /// <summary>Changes what stands outside code; code in brackets becomes code as Markdown has it.</summary>
    private static string Outside(string text, Func<string, string> change)
    {
        var result = new StringBuilder(text.Length);
        var copied = 0;
        foreach (Match code in Code().Matches(text))
        {
            result.Append(change(text[copied..code.Index]));
            result.Append(code.Groups["code"].Success ? Fenced(code.Groups["code"].Value) : code.Value);
            copied = code.Index + code.Length;
        }

        return result.Append(change(text[copied..])).ToString();
    }

    private static string Fenced(string code)
    {
        if (!code.Contains('\n'))
            return code.Contains('`') || string.IsNullOrWhiteSpace(code) ? $"`` {code} ``" : $"`{code}`";
        var fence = "```";
        while (code.Contains(fence, StringComparison.Ordinal))
            fence += "`";
        return $"\n{fence}\n{code.Trim('\n', '\r')}\n{fence}\n";
    }

    private static string WithTags(string prose)
    {
        if (!prose.Contains("[/", StringComparison.Ordinal))
            return prose;
        prose = Image().Replace(prose, "![](${address})");
        prose = Link().Replace(prose, match => match.Groups["address"].Success ? $"[{match.Groups["words"].Value.Trim()}]({match.Groups["address"].Value})" : match.Groups["words"].Value);
        prose = Video().Replace(prose, "${address}");
        prose = Marked().Replace(prose, match => match.Groups["tag"].Value.ToLowerInvariant() switch
        {
            "b" => $"**{match.Groups["words"].Value.Trim()}**",
            "i" => $"*{match.Groups["words"].Value.Trim()}*",
            _ => $"~~{match.Groups["words"].Value.Trim()}~~",
        });
        return Plain().Replace(prose, "");
    }

    [GeneratedRegex("""\[quote="(?<name>[^"\]\n,]{0,100}),[^"\]\n]{0,100}?post:\s?(?<post>[0-9]{1,9})(?:,\s*topic:\s?(?<topic>[0-9]{1,18}))?[^"\]\n]{0,100}"\]""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Quote();

    [GeneratedRegex(
        """
        ^[ ]{0,3}(?<fence>`{3,}|~{3,})[^\n]*\n(?:[^\n]*\n)*?[ ]{0,3}\k<fence>[`~]*[ \t]*$
        |^(?:[ ]{4}|\t)[^\n]*$
        |(?<!`)(?<ticks>`+)(?!`)(?:(?!\n\n).)+?(?<!`)\k<ticks>(?!`)
        |\[code(?:=[^\]\n]{0,30})?\](?<code>.*?)\[/code\]
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace,
        Patience)]
    private static partial Regex Code();

    [GeneratedRegex("""\[img(?:=[^\]\n]{0,30})?\]\s*(?<address>https?://[^\s\[\]()<>]{1,2000})\s*\[/img\]""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Image();

    [GeneratedRegex("""\[url(?:="?(?<address>[^\s"\[\]()<>]{1,2000})"?)?\](?<words>[^\[\n]{1,2000}|!\[\]\([^)\n]{1,2000}\))\[/url\]""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Link();

    [GeneratedRegex("""\[(?:video|youtube)\]\s*(?<address>https?://[^\s\[\]<>]{1,2000})\s*\[/(?:video|youtube)\]""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Video();

    [GeneratedRegex("""\[(?<tag>[bis])\](?<words>[^\n*\[]{0,500}[^\s*\[][^\n*\[]{0,500})\[/\k<tag>\]""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Marked();

    [GeneratedRegex("""\[/?(?:u|size|color|font|center)(?:=[^\]\n]{1,40})?\]""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Plain();
}
