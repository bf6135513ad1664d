using System.Runtime.InteropServices;
using System.Text;

namespace Community.Search.Analysis;

/// <summary>
/// The terms of a text, in order: words in lower case, without accents and stemmed; numbers; of scripts without spaces the overlapping
/// pairs of characters of each run, and its last character. What is typed and what is found go through the same.
/// </summary>
public static class Analyser
{
    /// <summary>Longer words are cut: what follows is noise, such as keys and addresses.</summary>
    public const int MaxTerm = 40;

    public static List<Token> Tokens(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new List<Folded>(text.Length);
        Folding.Fold(text, folded);
        var tokens = new List<Token>(folded.Count);
        var run = 0;
        for (var at = 0; at < folded.Count;)
        {
            var script = folded[at].Script;
            var end = at + 1;
            while (end < folded.Count && (folded[end].Script == script || IsWithin(folded, end, script)))
                end++;
            var part = CollectionsMarshal.AsSpan(folded)[at..end];
            if (script == Script.Unspaced)
                Pairs(part, run++, tokens);
            else if (script != Script.None)
                Word(part, run++, script, tokens);
            at = end;
        }

        return tokens;
    }

    /// <summary>A text as one line of folded characters without blanks: what two spellings of one name have in common.</summary>
    public static string Fold(string text)
    {
        var folded = new List<Folded>(text.Length);
        Folding.Fold(text, folded);
        var line = new StringBuilder(text.Length);
        foreach (var character in folded.Where(f => f.Script != Script.None))
            line.Append(character.Rune.ToString());
        return line.ToString();
    }

    // don't and Bob's are words.
    private static bool IsWithin(List<Folded> folded, int at, Script script) =>
        script == Script.Spaced && folded[at].Rune.Value is '\'' && at + 1 < folded.Count && folded[at + 1].Script == Script.Spaced && folded[at - 1].Script == Script.Spaced;

    private static void Word(ReadOnlySpan<Folded> part, int run, Script script, List<Token> tokens)
    {
        var word = new StringBuilder(part.Length);
        foreach (var letter in part)
        {
            if (word.Length < MaxTerm)
                word.Append(letter.Rune.ToString());
        }

        var (start, length) = (part[0].Start, part[^1].Start + part[^1].Length - part[0].Start);
        var bare = word.ToString();
        if (bare.EndsWith("'s", StringComparison.Ordinal))
            bare = bare[..^2];
        bare = bare.Replace("'", "", StringComparison.Ordinal);
        tokens.Add(new Token(script == Script.Spaced ? EnglishStem.Of(bare) : bare, start, length, run, false));
    }

    private static void Pairs(ReadOnlySpan<Folded> part, int run, List<Token> tokens)
    {
        for (var i = 0; i < part.Length; i++)
        {
            var isLast = i == part.Length - 1;
            var end = isLast ? part[i] : part[i + 1];
            tokens.Add(new Token(
                isLast ? part[i].Rune.ToString() : string.Concat(part[i].Rune.ToString(), part[i + 1].Rune.ToString()),
                part[i].Start, end.Start + end.Length - part[i].Start, run, isLast));
        }
    }
}
