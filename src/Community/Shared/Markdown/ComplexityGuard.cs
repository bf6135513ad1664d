using System.Text.RegularExpressions;

namespace Community.Shared.Markdown;

/// <summary>
/// Refuses, in linear time, the few shapes for which the parser's time or output grows faster than the text:
/// tables whose missing cells are filled in, repeated link definitions, link targets that open further targets, and lines that open
/// many lists or quotes at once. Other depth is bounded by the pipeline itself.
/// </summary>
internal static partial class ComplexityGuard
{
    private const int MaxCells = 100_000;
    private const int MaxDefinitions = 1_000;
    private const long MaxTargetScan = 20_000_000;

    [GeneratedRegex(@"^[\s>*+\-]*\[[^\]\n]{1,999}\]:", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Definition();

    public static bool IsTooComplex(string source, int maxLength) =>
        source.Length > maxLength || TargetsScanTooFar(source) || LinesExplode(source);

    // A target ends at white space, so each "](" costs the parser the distance to the next one.
    private static bool TargetsScanTooFar(string source)
    {
        long cost = 0;
        var end = source.Length;
        for (var i = source.Length - 1; i > 0; i--)
        {
            if (char.IsWhiteSpace(source[i]))
                end = i;
            else if (source[i] == '(' && source[i - 1] == ']')
                cost += end - i;
        }

        return cost > MaxTargetScan;
    }

    private static bool LinesExplode(string source)
    {
        long cells = 0;
        var definitions = 0;
        var columns = 0;
        foreach (var line in source.AsSpan().EnumerateLines())
        {
            if (line.Length < 1_100 ? line.Contains("]:", StringComparison.Ordinal) && Definition().IsMatch(line) : line.TrimStart(" >").StartsWith("["))
                definitions++;

            if (OpenedBlocks(line) > MarkdownPipelines.MaxNesting)
                return true;

            var separator = ColumnsOfSeparator(line);
            if (line.IsWhiteSpace())
                columns = 0;
            else if (separator > 0)
                columns = Math.Max(columns, separator);
            cells += columns;
        }

        return cells > MaxCells || definitions > MaxDefinitions;
    }

    // Nothing is opened by a line of the same sign throughout: that is a rule.
    private static int OpenedBlocks(ReadOnlySpan<char> line)
    {
        var opened = 0;
        var i = 0;
        while (i < line.Length)
        {
            var c = line[i];
            if (c == '>')
            {
                opened++;
            }
            else if (c is '-' or '*' or '+' && i + 1 < line.Length && line[i + 1] is ' ' or '\t')
            {
                opened++;
            }
            else if (char.IsAsciiDigit(c))
            {
                while (i < line.Length && char.IsAsciiDigit(line[i]))
                    i++;
                if (i >= line.Length || line[i] is not ('.' or ')'))
                    break;
                opened++;
            }
            else if (c is not (' ' or '\t'))
            {
                break;
            }

            i++;
        }

        var rule = line.Trim();
        return !rule.IsEmpty && rule[0] is '-' or '*' && !rule.ContainsAnyExcept(rule[0], ' ', '\t') ? 0 : opened;
    }

    private static int ColumnsOfSeparator(ReadOnlySpan<char> line)
    {
        var dashes = 0;
        var inDashes = false;
        foreach (var c in line)
        {
            if (c is not ('|' or '-' or ':' or ' ' or '\t' or '>' or '*' or '+'))
                return 0;
            if (c == '-' && !inDashes)
                dashes++;
            inDashes = c == '-';
        }

        return line.Contains('|') ? dashes : 0;
    }
}
