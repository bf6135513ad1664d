namespace Community.Search;

/// <summary>Okapi BM25 (Robertson et al. 1994) over the tokens of one entry after the other, and whether its phrases stand there.</summary>
internal sealed class Scorer
{
    private const double Saturation = 1.2;
    private const double LengthMatters = 0.75;

    // A word of the title says what it is about.
    private const double TitleCounts = 3;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> exact;
    private readonly List<(string Text, int Index)> prefixes = [];
    private readonly Dictionary<Term, int> indexes = [];
    private readonly double[] weights;
    private readonly double[] found;
    private readonly List<int> places = [];
    private readonly HashSet<(int Place, int Index)> begun = [];
    private readonly double average;
    private readonly int[] telling;
    private readonly Wanted wanted;

    public Scorer(Wanted wanted, Statistics statistics)
    {
        this.wanted = wanted;
        average = statistics.AverageLength;
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var scored = wanted.Scored.ToHashSet();
        foreach (var term in scored.Concat(wanted.Excluded.SelectMany(p => p)).Distinct())
        {
            if (term.IsPrefix)
                prefixes.Add((term.Text, indexes.Count));
            else
                names.Add(term.Text, indexes.Count);
            indexes.Add(term, indexes.Count);
        }

        exact = names.GetAlternateLookup<ReadOnlySpan<char>>();
        weights = [.. indexes.Keys.Select(t => scored.Contains(t) ? statistics.Weight(t) * (wanted.Emphasis?.GetValueOrDefault(t, 1) ?? 1) : 0)];
        found = new double[weights.Length];
        telling = [.. (wanted.Telling ?? wanted.Some).Select(t => indexes[t])];
    }

    /// <returns>Null where a phrase is missing, or all of which one is enough, or one stands there that must not.</returns>
    public double? Of(string tokens, int titleTokens, int length)
    {
        Read(tokens, titleTokens);
        if (!wanted.Phrases.All(Stands) || wanted.Excluded.Any(Stands))
            return null;
        var norm = Saturation * (1 - LengthMatters + (LengthMatters * length / average));
        var score = 0.0;
        for (var i = 0; i < found.Length; i++)
            score += weights[i] * found[i] * (Saturation + 1) / (found[i] + norm);
        return wanted.Some.Count > 0 && !telling.Any(i => found[i] > 0) ? null : score;
    }

    private void Read(string tokens, int titleTokens)
    {
        Array.Clear(found);
        places.Clear();
        begun.Clear();
        var rest = tokens.AsSpan();
        while (!rest.IsEmpty && rest[0] != SearchText.InTitle)
        {
            var end = rest.IndexOf(' ');
            var token = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            var count = places.Count < titleTokens ? TitleCounts : 1;
            var index = exact.TryGetValue(token, out var known) ? known : -1;
            if (index >= 0)
                found[index] += count;
            foreach (var (text, prefix) in prefixes)
            {
                if (!token.StartsWith(text))
                    continue;
                found[prefix] += count;
                begun.Add((places.Count, prefix));
            }

            places.Add(index);
        }
    }

    private bool Stands(IReadOnlyList<Term> phrase)
    {
        if (phrase.Count == 1)
            return found[indexes[phrase[0]]] > 0;
        for (var place = 0; place + phrase.Count <= places.Count; place++)
        {
            var matched = 0;
            while (matched < phrase.Count && IsAt(phrase[matched], place + matched))
                matched++;
            if (matched == phrase.Count)
                return true;
        }

        return false;
    }

    private bool IsAt(Term term, int place) => term.IsPrefix ? begun.Contains((place, indexes[term])) : places[place] == indexes[term];
}
