using Community.Data;
using Community.Search.Analysis;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>"Did you mean": another spelling of a Latin word that stands in something that the reader may see.</summary>
public sealed class NearestWord(ISearchEngine engine, Subjects subjects)
{
    private const int Shortest = 4;
    private const int MostTerms = 20_000;
    private const int Tries = 5;

    // Nobody mistypes more of a line than this; each costs a look at thousands of words.
    private const int MostWords = 2;

    /// <returns>The line with the other spellings, or null where there is none.</returns>
    public async Task<string?> Run(CommunityDb db, Actor actor, SearchQuery query, CancellationToken cancel)
    {
        var (looked, line) = (0, query.Text);
        foreach (var word in query.Words.Where(w => !w.IsExcluded))
        {
            if (Analyser.Tokens(word.Text) is not [var token] || token.IsLast || token.Term.Length < Shortest || !token.Term.All(char.IsAsciiLetter))
                continue;
            if (await db.SearchTerms.AnyAsync(t => t.Term == token.Term, cancel) && await Seen(db, actor, token.Term, cancel) is not null)
                continue;
            if (++looked > MostWords)
                break;
            foreach (var term in await Near(db, token.Term, cancel))
            {
                if (await Seen(db, actor, term, cancel) is not { } spelling)
                    continue;
                line = line.Replace(word.Text, spelling, StringComparison.Ordinal);
                break;
            }
        }

        return line == query.Text ? null : line;
    }

    // Hardly anybody mistypes the first letter.
    private static async Task<IEnumerable<string>> Near(CommunityDb db, string term, CancellationToken cancel)
    {
        var (first, end, shortest, longest) = (term[..1], ((char)(term[0] + 1)).ToString(), term.Length - 2, term.Length + 2);
        var known = await db.SearchTerms
            .Where(t => t.Term.CompareTo(first) >= 0 && t.Term.CompareTo(end) < 0 && t.Term.Length >= shortest && t.Term.Length <= longest)
            .OrderByDescending(t => t.Documents).ThenBy(t => t.Term).Take(MostTerms).Select(t => new { t.Term, t.Documents }).ToListAsync(cancel);
        var most = term.Length <= 5 ? 1 : 2;
        return known.Select(t => (t.Term, t.Documents, Distance: EditDistance.Of(term, t.Term))).Where(t => t.Distance > 0 && t.Distance <= most)
            .OrderBy(t => t.Distance).ThenByDescending(t => t.Documents).ThenBy(t => t.Term, StringComparer.Ordinal).Take(Tries).Select(t => t.Term);
    }

    /// <summary>The term as it is spelled in the newest post with it that the reader may see; null where there is none.</summary>
    private async Task<string?> Seen(CommunityDb db, Actor actor, string term, CancellationToken cancel)
    {
        var named = engine.Matching(db, new TermQuery([[new Term(term, false)]], [])).Where(e => e.Kind == SearchKind.Post);
        var id = await Subjects.Among(named, subjects.SeenBy(db, actor)).OrderByDescending(e => e.Id).Select(e => e.Id).FirstOrDefaultAsync(cancel);
        if (id == 0 || await subjects.Post(db, id, cancel) is not { } post)
            return null;
        var text = $"{post.Title}\n{PlainText.Of(post.Html)}";
        var place = Analyser.Tokens(text).Find(t => t.Term == term);
        return place.Length == 0 ? null : text.Substring(place.Start, place.Length).ToLowerInvariant();
    }
}
