using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>A few topics, ideas, tags and members whose name has what was typed so far; the last word may go on.</summary>
public sealed class SuggestWhileTyping(CommunityData data, Subjects subjects, ISearchEngine engine, ShowHits show)
{
    private const int MostTopics = 5;
    private const int MostOthers = 3;

    // Among so many of the newest the best are chosen: the same cost in every community.
    private const int Newest = 100;

    public Task<IReadOnlyList<SearchHit>> Run(Actor actor, string? text, CancellationToken cancel = default)
    {
        var words = SearchQuery.Parse(text).Words.Where(w => !w.IsExcluded).ToList();
        var wanted = Wanted.All(words).Begun() with { IsInTitle = true };
        return wanted.HasTerms ? data.Read(db => Find(db, actor, wanted, cancel), cancel) : Task.FromResult<IReadOnlyList<SearchHit>>([]);
    }

    private async Task<IReadOnlyList<SearchHit>> Find(CommunityDb db, Actor actor, Wanted wanted, CancellationToken cancel)
    {
        var terms = wanted.Scored.ToList();
        var named = engine.Matching(db, wanted.Engine());
        var scorer = new Scorer(wanted, await Statistics.Of(db, terms, cancel));
        var titled = named.Where(e => e.Kind == SearchKind.Post);
        var topics = await Best(Subjects.Among(titled, [Seen(ContentKind.Topic)]), scorer, MostTopics, cancel);
        var ideas = await Best(Subjects.Among(titled, [Seen(ContentKind.Idea)]), scorer, MostOthers, cancel);
        var tags = subjects.TagsFor(db, actor);
        var others = named.Where(e => e.Id < 0);
        var foundTags = await Best(others.Where(e => e.Kind == SearchKind.Tag && tags.Any(t => t.Id == -e.Id && t.Count > 0)), scorer, MostOthers, cancel);
        var members = await Best(others.Where(e => e.Kind == SearchKind.Member && FoundMembers.By(db, actor).Any(m => m.Id == -e.Id)), scorer, MostOthers, cancel);
        return
        [
            .. await show.Posts(db, actor, [.. topics, .. ideas], terms, withText: false, cancel),
            .. await show.Tags(db, actor, foundTags.ConvertAll(id => -id), terms, cancel),
            .. await show.Members(db, members.ConvertAll(id => -id), terms, cancel),
        ];

        IQueryable<long> Seen(ContentKind kind) => subjects.Of(kind).Subjects(db, actor).Select(s => s.Id);
    }

    private static async Task<List<long>> Best(IQueryable<SearchEntry> entries, Scorer scorer, int most, CancellationToken cancel)
    {
        var rows = await entries.OrderByDescending(e => e.Id).Take(Newest).Select(e => new { e.Id, e.Tokens, e.TitleTokens, e.Length }).ToListAsync(cancel);
        return [.. rows.Select(r => (r.Id, Score: scorer.Of(r.Tokens, r.TitleTokens, r.Length))).Where(r => r.Score is not null)
            .OrderByDescending(r => r.Score).ThenByDescending(r => r.Id).Take(most).Select(r => r.Id)];
    }
}
