using Community.Data;
using Community.Members;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>What a search looks for.</summary>
public enum SearchScope
{
    Topics,
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

/// <summary>Finds topics, posts, tags or members as far as the actor may see them.</summary>
public sealed class SearchContent(CommunityData data, SiteCache site, ISearchable searchable, FindEntries find, ShowHits show, NearestWord nearest)
{
    public const int PageSize = 20;

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
        var filter = await Filter(db, actor, input.Scope, query, zone, cancel);
        var isWider = after?.IsWider ?? false;
        var wanted = isWider ? Wanted.Any(query.Words) : Wanted.All(query.Words);
        if (input.Scope is SearchScope.Tags or SearchScope.Members)
            wanted = wanted.Begun();
        // Words without a letter, such as an emoji, are in nothing.
        if (!wanted.HasTerms && (!query.HasOperators || query.Words.Any(w => !w.IsExcluded)))
            return new SearchResults(query, [], null, 0, true, false, null);
        var byDate = input.Order == SearchOrder.Newest || !wanted.HasTerms;
        var size = Math.Clamp(input.Size, 1, 100);
        var found = await find.Run(db, wanted, filter, byDate, after ?? SearchCursor.Start, size, cancel);
        if (found.Ids.Count == 0 && found.IsAll && after is null && wanted.HasTerms)
        {
            (wanted, isWider) = (Wanted.Any(query.Words), true);
            found = await find.Run(db, wanted, filter, byDate, SearchCursor.Start with { IsWider = true }, size, cancel);
        }

        var hits = await Show(db, actor, input.Scope, [.. found.Ids.Select(f => f.Id)], [.. wanted.Scored], cancel);
        var meant = isWider && after is null ? await nearest.Run(db, actor, query, cancel) : null;
        return new SearchResults(query, hits, found.Next?.ToString(), found.Count, found.IsAll && after is null, isWider && hits.Count > 0, meant);
    }

    private Task<IReadOnlyList<SearchHit>> Show(CommunityDb db, Actor actor, SearchScope scope, IReadOnlyList<long> ids, IReadOnlyCollection<Term> terms, CancellationToken cancel) => scope switch
    {
        SearchScope.Tags => show.Tags(db, actor, [.. ids.Select(id => -id)], terms, cancel),
        SearchScope.Members => show.Members(db, [.. ids.Select(id => -id)], terms, cancel),
        _ => show.Posts(db, actor, ids, terms, cancel),
    };

    private async Task<Func<IQueryable<SearchEntry>, IQueryable<SearchEntry>>> Filter(
        CommunityDb db, Actor actor, SearchScope scope, SearchQuery query, string zone, CancellationToken cancel)
    {
        if (scope == SearchScope.Tags)
            return entries => entries.Where(e => e.Id < 0 && e.Kind == SearchKind.Tag && searchable.Tags(db, actor).Any(t => t.Id == -e.Id && t.Count > 0));
        if (scope == SearchScope.Members)
            return entries => entries.Where(e => e.Id < 0 && e.Kind == SearchKind.Member);

        var subjects = searchable.Subjects(db, actor);
        if (query.In is { } place)
            subjects = subjects.Where(s => s.PlaceSlug == place);
        if (query.IsSolved)
            subjects = subjects.Where(s => s.IsSolved);
        var author = query.Author is { } handle ? await AuthorId(db, handle, cancel) : null;
        return entries =>
        {
            entries = entries.Where(e => e.Kind == SearchKind.Post);
            if (scope == SearchScope.Topics)
                entries = entries.Where(e => e.Number == 1);
            if (query.Author is not null)
                entries = entries.Where(e => e.AuthorId == author);
            if (query.After is { } first && Ids.First(CommunityDay.StartOf(first, zone)) is var from)
                entries = entries.Where(e => e.Id >= from);
            if (query.Before is { } end && Ids.First(CommunityDay.StartOf(end, zone)) is var to)
                entries = entries.Where(e => e.Id < to);
            foreach (var tagged in query.Tags.Select(tag => searchable.Tagged(db, tag)))
                entries = entries.Where(e => tagged.Contains(e.DiscussionId!.Value));
            return entries.Where(e => subjects.Any(s => s.Id == e.DiscussionId));
        };
    }

    // No id is negative: whoever is nobody wrote nothing.
    private static async Task<long?> AuthorId(CommunityDb db, string handle, CancellationToken cancel)
    {
        var key = HandleSkeleton.Of(handle);
        return await db.Members.Where(m => m.HandleKey == key && m.State != MemberState.Erased).Select(m => (long?)m.Id).FirstOrDefaultAsync(cancel) ?? -1;
    }
}
