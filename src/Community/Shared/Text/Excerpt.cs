using System.Text;

namespace Community.Shared;

/// <summary>Shortens a text for lists, cards and mails.</summary>
public static class Excerpt
{
    /// <summary>
    /// <paramref name="text"/> on one line, white space folded, controls that reorder removed, cut to at most
    /// <paramref name="graphemes"/> graphemes with "…" counted among them. Never splits a grapheme; a Latin word only when it is long.
    /// </summary>
    public static string Of(string text, int graphemes)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(graphemes, 1);
        var line = Fold(text);
        var fits = Graphemes.LengthOf(line, graphemes);
        if (fits == line.Length)
            return line;

        var cut = Graphemes.LengthOf(line, graphemes - 1);
        if (cut > 0 && char.IsLetterOrDigit(line[cut - 1]) && char.IsLetterOrDigit(line[cut]) && char.IsAscii(line[cut]))
        {
            var space = line.LastIndexOf(' ', cut - 1);
            if (space > cut * 2 / 3)
                cut = space;
        }

        return line[..cut].TrimEnd() + "…";
    }

    private static string Fold(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
            }
            else if (c is not (>= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069'))
            {
                line.Append(c);
            }
        }

        return line.ToString().TrimEnd();
    }
}
