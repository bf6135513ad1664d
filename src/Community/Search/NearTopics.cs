using Community.Data;
using Community.Shared;

namespace Community.Search;

/// <summary>The topics that have most in common with a text, rare words before frequent ones.</summary>
public sealed class NearTopics(ISearchable searchable, FindEntries find, ShowHits show)
{
    // The rarest words of a long text say what it is about; beyond them each costs and says little.
    private const int MostTerms = 48;

    internal async Task<IReadOnlyList<SearchHit>> Run(CommunityDb db, Actor actor, SearchText text, long? except, int most, CancellationToken cancel)
    {
        var (ids, terms) = await Ids(db, actor, text, except, most, cancel);
        return await show.Posts(db, actor, ids, terms, cancel);
    }

    internal async Task<(IReadOnlyList<long> Ids, IReadOnlyCollection<Term> Terms)> Ids(CommunityDb db, Actor actor, SearchText text, long? except, int most, CancellationToken cancel)
    {
        var terms = SearchText.Terms(text.Tokens).Where(t => t[0] != SearchText.InTitle).Select(t => new Term(t, false)).ToList();
        var statistics = await Statistics.Of(db, terms, cancel);
        terms = [.. terms.OrderBy(statistics.Documents).ThenBy(t => t.Text, StringComparer.Ordinal).Take(MostTerms)];
        if (terms.Count == 0)
            return ([], []);
        var subjects = searchable.Subjects(db, actor);
        var found = await find.Run(
            db, new Wanted([], [], terms), entries => entries.Where(e => e.Kind == SearchKind.Post && e.Number == 1 && e.DiscussionId != except && subjects.Any(s => s.Id == e.DiscussionId)),
            false, SearchCursor.Start, Math.Clamp(most, 1, 100), cancel);
        return ([.. found.Ids.Select(f => f.Id)], terms);
    }
}
