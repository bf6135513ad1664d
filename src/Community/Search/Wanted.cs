using System.Text.RegularExpressions;
using Community.Search.Analysis;
using Community.Shared;

namespace Community.Search;

/// <summary>What is asked of an entry, in terms.</summary>
/// <param name="Phrases">Each must stand there, its terms one behind the other.</param>
/// <param name="Excluded">None may stand there so.</param>
/// <param name="Some">Instead of phrases: one of these is enough, and the more the better.</param>
internal sealed partial record Wanted(IReadOnlyList<IReadOnlyList<Term>> Phrases, IReadOnlyList<IReadOnlyList<Term>> Excluded, IReadOnlyList<Term> Some)
{
    public static readonly Wanted Nothing = new([], [], []);

    /// <summary>How much a term counts, where it is not once.</summary>
    public IReadOnlyDictionary<Term, double>? Emphasis { get; init; }

    /// <summary>Whether it must stand in the title, which is all that a tag or a member has.</summary>
    public bool IsInTitle { get; init; }

    /// <summary>Whether only what has a title is looked for.</summary>
    public bool HasTitle { get; init; }

    /// <summary>Those of <see cref="Some"/> of which one must be found; all of them where it is not said.</summary>
    public IReadOnlyList<Term>? Telling { get; init; }

    public bool HasTerms => Phrases.Count > 0 || Some.Count > 0;

    /// <summary>What counts for the order.</summary>
    public IEnumerable<Term> Scored => Phrases.SelectMany(p => p).Concat(Some).Distinct();

    /// <summary>All of the words.</summary>
    public static Wanted All(IReadOnlyList<SearchWords> words)
    {
        var parts = words.Where(w => !w.IsExcluded).SelectMany(w => w.IsQuoted ? [Phrase(w.Text)] : Parts(w.Text)).Where(p => p.Count > 0).ToList();
        return new(parts, Left(words), []);
    }

    /// <summary>Any of the words, or of their parts; where something is quoted, that and nothing else. Pairs of hiragana, mostly grammar, count but do not choose.</summary>
    public static Wanted Any(IReadOnlyList<SearchWords> words)
    {
        List<IReadOnlyList<Term>> quoted = [.. words.Where(w => w is { IsExcluded: false, IsQuoted: true }).Select(w => Phrase(w.Text)).Where(p => p.Count > 0)];
        if (quoted.Count > 0)
            return new(quoted, Left(words), []);
        var loose = words.Where(w => w is { IsExcluded: false, IsQuoted: false }).ToList();
        List<Term> some = [.. loose.SelectMany(w => Parts(w.Text).SelectMany(p => p)).Distinct()];
        var grammar = loose.SelectMany(w => Grammar(w.Text)).ToHashSet();
        List<Term> telling = [.. some.Where(t => !grammar.Contains(t.Text))];
        return new([], Left(words), some) { Telling = telling.Count > 0 ? telling : null };
    }

    /// <summary>The terms of a text that are hiragana as it is written: mostly grammar.</summary>
    public static HashSet<string> Grammar(string text)
    {
        var written = TextRules.Compatible(text);
        return [.. Analyser.Tokens(written).Where(t => IsHiragana(written.AsSpan(t.Start, t.Length))).Select(t => t.Term)];
    }

    /// <summary>The last of each phrase may go on: names are typed in part.</summary>
    public Wanted Begun() => this with { Phrases = [.. Phrases.Select(p => (IReadOnlyList<Term>)[.. p.SkipLast(1), p[^1] with { IsPrefix = true }])] };

    /// <summary>What is asked of the engine: the order of the terms, it does not know.</summary>
    public TermQuery Engine() => new(
        Some.Count > 0 ? [[.. (Telling ?? Some).Select(Placed)]] : [.. Phrases.SelectMany(p => p).Distinct().Select(t => (IReadOnlyList<Term>)[Placed(t)])],
        [.. Excluded.Where(p => p.Count == 1).Select(p => p[0])],
        HasTitle);

    private Term Placed(Term term) => IsInTitle ? term with { Text = SearchText.InTitle + term.Text } : term;

    private static IReadOnlyList<IReadOnlyList<Term>> Left(IReadOnlyList<SearchWords> words) =>
        [.. words.Where(w => w.IsExcluded).Select(w => Phrase(w.Text)).Where(p => p.Count > 0)];

    /// <summary>サーバーの設定 is サーバ and の設定: whoever writes the last vowel long and whoever does not mean the same.</summary>
    private static IEnumerable<IReadOnlyList<Term>> Parts(string word)
    {
        var parts = AfterLongVowel().Split(TextRules.Compatible(word)).Where(p => p.Length > 0).ToList();
        // A single letter of what is left, such as a particle, would be in everything.
        return parts.Where(p => parts.Count == 1 || p.Length > 1).Select(Phrase);
    }

    /// <summary>The terms of a stretch of text. Its last character may go on in what is found: only whole pairs are asked for, or whatever begins with a lone one.</summary>
    private static IReadOnlyList<Term> Phrase(string text)
    {
        var tokens = Analyser.Tokens(text);
        if (tokens is not [.., { IsLast: true } last])
            return tokens.ConvertAll(t => new Term(t.Term, false));
        var isAlone = tokens.Count == 1 || tokens[^2].Run != last.Run;
        return [.. tokens.Take(tokens.Count - 1).Select(t => new Term(t.Term, false)), .. isAlone ? [new Term(last.Term, true)] : Array.Empty<Term>()];
    }

    private static bool IsHiragana(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('\u3041', '\u309F') < 0;

    [GeneratedRegex("(?<=[ァ-ヺー][ァ-ヺー][ァ-ヺ])ー+(?![ァ-ヺー])")]
    private static partial Regex AfterLongVowel();
}
