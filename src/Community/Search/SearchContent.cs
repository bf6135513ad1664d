using Community.Data;
using Community.Search.Analysis;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>What a search looks for.</summary>
public enum SearchScope
{
    Topics,
    Ideas,
    Posts,
    Tags,
    Members,
}

public enum SearchOrder
{
    Relevance,
    Newest,
}

/// <summary>One page of what was found.</summary>
/// <param name="Query">What was understood.</param>
/// <param name="Hits">In order.</param>
/// <param name="Next">The cursor of the next page; null at the end.</param>
/// <param name="Count">How many the reader finds; at least so many where <paramref name="IsCounted"/> is not set.</param>
/// <param name="IsCounted">Whether that is all.</param>
/// <param name="IsWider">Nothing has all of the words: these have some.</param>
/// <param name="DidYouMean">The line with a word that is known, where nothing was found.</param>
public sealed record SearchResults(SearchQuery Query, IReadOnlyList<SearchHit> Hits, string? Next, int Count, bool IsCounted, bool IsWider, string? DidYouMean);

/// <summary>Finds topics, ideas, posts, tags or members as far as the actor may see them.</summary>
public sealed class SearchContent(CommunityData data, SiteCache site, Subjects subjects, FindEntries find, ShowHits show, NearestWord nearest)
{
    public const int PageSize = 20;

    private const int FewTopics = 100;
    private const int MostNamesakes = 20;

    /// <param name="Text">As it was typed.</param>
    /// <param name="After">The cursor of the page before.</param>
    public sealed record Input(string? Text, SearchScope Scope = SearchScope.Topics, SearchOrder Order = SearchOrder.Relevance, string? After = null, int Size = PageSize);

    public async Task<Result<SearchResults>> Run(Actor actor, Input input, CancellationToken cancel = default)
    {
        var query = SearchQuery.Parse(input.Text);
        var after = SearchCursor.Read(input.After);
        if (input.After is not null && after is null)
            return Problem.NotFound();
        if (query.IsEmpty)
            return new SearchResults(query, [], null, 0, true, false, null);
        var zone = (await site.Get(cancel)).TimeZone;
        return await data.Read<Result<SearchResults>>(db => Find(db, actor, input, query, zone, after, cancel), cancel);
    }

    private async Task<Result<SearchResults>> Find(CommunityDb db, Actor actor, Input input, SearchQuery query, string zone, SearchCursor? after, CancellationToken cancel)
    {
        var (looked, note) = await Among(db, actor, input.Scope, query, zone, cancel);
        if (note is { } said)
            query = query with { Notes = [.. query.Notes, said] };
        if (looked is not { } among)
            return new SearchResults(query, [], null, 0, true, false, null);
        var isWider = after?.IsWider ?? false;
        var wanted = isWider ? Wanted.Any(query.Words) : Wanted.All(query.Words);
        if (input.Scope is SearchScope.Tags or SearchScope.Members)
            wanted = wanted.Begun() with { IsInTitle = true };
        wanted = wanted with { HasTitle = input.Scope is SearchScope.Topics or SearchScope.Ideas };
        // Words without a letter, such as an emoji, are in nothing.
        if (!wanted.HasTerms && (!query.HasOperators || wanted.IsInTitle || query.Words.Any(w => !w.IsExcluded)))
            return new SearchResults(query, [], null, 0, true, false, null);
        var byDate = input.Order == SearchOrder.Newest || !wanted.HasTerms;
        var size = Math.Clamp(input.Size, 1, 100);
        var found = await find.Run(db, wanted, among, byDate, after ?? SearchCursor.Start, size, cancel);
        if (found.Ids.Count == 0 && found.IsAll && after is null && wanted.HasTerms)
        {
            (wanted, isWider) = (Wanted.Any(query.Words) with { IsInTitle = wanted.IsInTitle, HasTitle = wanted.HasTitle }, true);
            found = await find.Run(db, wanted, among, byDate, SearchCursor.Start with { IsWider = true }, size, cancel);
        }

        var hits = await Show(db, actor, input.Scope, found.Ids, [.. wanted.Scored], cancel);
        var meant = isWider && after is null ? await nearest.Run(db, actor, query, cancel) : null;
        return new SearchResults(query, hits, found.Next?.ToString(), found.Count, found.IsAll && after is null, isWider && hits.Count > 0, meant);
    }

    private Task<IReadOnlyList<SearchHit>> Show(CommunityDb db, Actor actor, SearchScope scope, IReadOnlyList<long> ids, IReadOnlyCollection<Term> terms, CancellationToken cancel) => scope switch
    {
        SearchScope.Tags => show.Tags(db, actor, [.. ids.Select(id => -id)], terms, cancel),
        SearchScope.Members => show.Members(db, [.. ids.Select(id => -id)], terms, cancel),
        _ => show.Posts(db, actor, ids, terms, withText: true, cancel),
    };

    /// <returns>Null where there is nothing among which to look, and why.</returns>
    private async Task<(EntriesAmong? Among, (QueryNote, string)? Note)> Among(CommunityDb db, Actor actor, SearchScope scope, SearchQuery query, string zone, CancellationToken cancel)
    {
        if (scope == SearchScope.Tags)
            return (new(entries => entries.Where(e => e.Id < 0 && e.Kind == SearchKind.Tag && subjects.TagsFor(db, actor).Any(t => t.Id == -e.Id && t.Count > 0))), null);
        if (scope == SearchScope.Members)
            return (new(entries => entries.Where(e => e.Id < 0 && e.Kind == SearchKind.Member && FoundMembers.By(db, actor).Any(m => m.Id == -e.Id))), null);

        var kinds = subjects.In(scope);
        var places = query.In is { } name ? await PlaceIds(db, actor, kinds, name, cancel) : null;
        if (places is { Count: 0 })
            return (null, (QueryNote.NoSuchPlace, query.In!));
        List<IQueryable<long>> sets = [.. kinds.Select(kind => Asked(db, kind.Subjects(db, actor), query, places))];
        var all = Written(sets, scope, query, zone);
        if (query.Author is { } handle)
        {
            var authors = await Authors(db, actor, handle, cancel);
            if (authors.Count == 0)
                return (null, (QueryNote.NoSuchMember, handle));
            var wrote = await db.SearchEntries.Where(e => e.AuthorId != null && authors.Contains(e.AuthorId.Value)).OrderBy(e => e.Id).Take(EntriesAmong.Many + 1).CountAsync(cancel);
            return wrote == 0 ? (null, null) : (new(entries => all(entries).Where(e => e.AuthorId != null && authors.Contains(e.AuthorId.Value)), wrote <= EntriesAmong.Many ? wrote : null), null);
        }

        if (query.In is null && !query.IsSolved && query.Tags.Count == 0)
            return (new(all), null);
        // Each of some topics has more posts than one; how many, nobody counts.
        var few = scope == SearchScope.Posts ? FewTopics : EntriesAmong.Few;
        var ids = new List<long>();
        foreach (var set in sets.TakeWhile(_ => ids.Count <= few))
            ids.AddRange(await set.OrderBy(id => id).Take(few + 1 - ids.Count).ToListAsync(cancel));
        return ids.Count == 0 ? (null, null) : (ids.Count <= few ? new(entries => all(entries).Where(e => ids.Contains(e.DiscussionId!.Value)), EntriesAmong.Few) : new(all), null);
    }

    private static Func<IQueryable<SearchEntry>, IQueryable<SearchEntry>> Written(IReadOnlyList<IQueryable<long>> sets, SearchScope scope, SearchQuery query, string zone) => entries =>
    {
        entries = entries.Where(e => e.Kind == SearchKind.Post);
        if (scope != SearchScope.Posts)
            entries = entries.Where(e => e.Number == 1);
        if (query.After is { } first && Ids.First(CommunityDay.StartOf(first, zone)) is var from)
            entries = entries.Where(e => e.Id >= from);
        if (query.Before is { } end && Ids.First(CommunityDay.StartOf(end, zone)) is var to)
            entries = entries.Where(e => e.Id < to);
        return Subjects.Among(entries, sets);
    };

    private IQueryable<long> Asked(CommunityDb db, IQueryable<SearchableSubject> seen, SearchQuery query, IReadOnlyList<long>? places)
    {
        if (places is not null)
            seen = seen.Where(s => places.Contains(s.PlaceId));
        if (query.IsSolved)
            seen = seen.Where(s => s.IsSolved);
        return query.Tags.Select(tag => subjects.Tags.Tagged(db, tag)).Aggregate(seen, (left, tagged) => left.Where(s => tagged.Contains(s.Id))).Select(s => s.Id);
    }

    // By what stands in the address, or by what everybody reads on the page: a forum and a board may be called the same.
    private static async Task<List<long>> PlaceIds(CommunityDb db, Actor actor, IReadOnlyList<ISearchable> kinds, string name, CancellationToken cancel)
    {
        var places = new List<SearchablePlace>();
        foreach (var kind in kinds)
            places.AddRange(await kind.Places(db, actor).ToListAsync(cancel));
        var folded = Analyser.Fold(name);
        var named = places.FindAll(p => p.Slug == name);
        return (named.Count > 0 ? named : places.FindAll(p => Analyser.Fold(p.Name.Ja) == folded || Analyser.Fold(p.Name.En) == folded)).ConvertAll(p => p.Id);
    }

    private static async Task<List<long>> Authors(CommunityDb db, Actor actor, string name, CancellationToken cancel)
    {
        var (key, found) = (HandleSkeleton.Of(name), FoundMembers.By(db, actor));
        var byHandle = await found.Where(m => m.HandleKey == key).Select(m => m.Id).ToListAsync(cancel);
        return byHandle.Count > 0 ? byHandle : await found.Where(m => SqlText.Lower(m.DisplayName) == name).OrderBy(m => m.Id).Take(MostNamesakes).Select(m => m.Id).ToListAsync(cancel);
    }
}
