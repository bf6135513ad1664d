using Community.Data;
using Community.Search.Analysis;
using Community.Shared;

namespace Community.Search;

/// <summary>The subjects of a kind that have most in common with a text, rare words before frequent ones.</summary>
public sealed class NearSubjects(Subjects subjects, FindEntries find, ShowHits show)
{
    // The rarest words of a long text say what it is about; beyond them each costs and says little.
    private const int MostTerms = 64;

    internal async Task<IReadOnlyList<SearchHit>> Run(CommunityDb db, Actor actor, ContentKind kind, SearchText text, IReadOnlySet<string> grammar, Term? begun, long? except, int most, CancellationToken cancel)
    {
        var asked = Counted(text);
        var statistics = await Statistics.Of(db, asked.Keys, cancel);
        // What was never counted may have been written a moment ago: looked for as well, behind what is known to be rare.
        var terms = asked.Keys.OrderBy(t => statistics.Documents(t) is > 0 and var known ? known : long.MaxValue).ThenBy(t => t.Text, StringComparer.Ordinal).Take(MostTerms).ToList();
        if (begun is { } word)
            terms.Add(word);
        if (terms.Count == 0)
            return [];
        // What stands in every sentence counts, and chooses nothing unless there is nothing else.
        var telling = terms.FindAll(t => !FunctionWords.Has(t.Text) && !grammar.Contains(t.Text));
        var seen = subjects.Of(kind).Subjects(db, actor);
        var found = await find.Run(
            db, new Wanted([], [], terms) { Emphasis = asked, HasTitle = true, Telling = telling.Count > 0 ? telling : null },
            new(entries => entries.Where(e => e.Kind == SearchKind.Post && e.Number == 1 && e.DiscussionId != except && seen.Any(s => s.Id == e.DiscussionId))),
            false, SearchCursor.Start, Math.Clamp(most, 1, FindEntries.Window), cancel);
        return await show.Posts(db, actor, found.Ids, terms, withText: false, cancel);
    }

    /// <summary>The terms and how often each stands there. Two words in a row may be written as one elsewhere: night life, nightlife.</summary>
    private static Dictionary<Term, double> Counted(SearchText text)
    {
        var counts = new Dictionary<Term, double>();
        void Count(string term) => counts[new Term(term, false)] = counts.GetValueOrDefault(new Term(term, false)) + 1;

        var before = "";
        foreach (var token in text.Tokens.Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeWhile(t => t[0] != SearchText.InTitle))
        {
            var isWord = token.All(char.IsAsciiLetter);
            if (isWord && before.Length > 0)
                Count(EnglishStem.Of(before + token));
            before = isWord ? token : "";
            if (token != SearchText.Bar)
                Count(token);
        }

        return counts;
    }
}
