using Community.Data;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>What was found, as a page shows it: one query for each kind of row, whatever the number.</summary>
public sealed class ShowHits(ISearchable searchable)
{
    private const int TitleLength = 300;

    /// <param name="db">The database.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="ids">Of posts, in order.</param>
    /// <param name="terms">What is marked.</param>
    /// <param name="withText">False where titles are enough: the texts stay empty.</param>
    /// <param name="cancel">Stops it.</param>
    internal async Task<IReadOnlyList<SearchHit>> Posts(CommunityDb db, Actor actor, IReadOnlyList<long> ids, IReadOnlyCollection<Term> terms, bool withText, CancellationToken cancel)
    {
        var rows = await searchable.Posts(db).Where(p => ids.Contains(p.Id))
            .Join(searchable.Subjects(db, actor), p => p.DiscussionId, s => s.Id, (post, subject) => new { post, subject })
            .ToDictionaryAsync(r => r.post.Id, cancel);
        var authorIds = rows.Values.Select(r => r.post.AuthorId).OfType<long>().Distinct().ToList();
        var authors = await db.Members.Where(m => authorIds.Contains(m.Id)).Select(MemberSummary.From).ToDictionaryAsync(m => m.Id, cancel);
        return
        [
            .. ids.Where(rows.ContainsKey).Select(id => rows[id]).Select(r => new SearchHit(r.post.Id)
            {
                Post = new PostHit(
                    r.post.Number, r.subject.Id, r.subject.Number, r.subject.Slug, Snippet.Of(r.subject.Title, terms, TitleLength), r.subject.Language,
                    withText ? Snippet.Of(PlainText.Of(r.post.Html), terms) : new Snippet("", []), r.post.Language, r.post.AuthorId is { } author ? authors.GetValueOrDefault(author) : null, r.post.CreatedAt,
                    new SearchPlace(r.subject.PlaceId, r.subject.PlaceSlug, r.subject.PlaceName, r.subject.PlaceHue), r.subject.IsSolved, r.subject.Replies, r.subject.LastAt),
            }),
        ];
    }

    internal async Task<IReadOnlyList<SearchHit>> Tags(CommunityDb db, Actor actor, IReadOnlyList<long> ids, IReadOnlyCollection<Term> terms, CancellationToken cancel)
    {
        var rows = await searchable.Tags(db, actor).Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancel);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id]).Select(t => new SearchHit(t.Id) { Tag = new TagHit(Snippet.Of(t.Name, terms, TitleLength), t.Key, t.Count) })];
    }

    internal async Task<IReadOnlyList<SearchHit>> Members(CommunityDb db, IReadOnlyList<long> ids, IReadOnlyCollection<Term> terms, CancellationToken cancel)
    {
        var rows = await db.Members.Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancel);
        return
        [
            .. ids.Where(rows.ContainsKey).Select(id => rows[id]).Select(m => new SearchHit(m.Id)
            {
                Member = new MemberHit(new MemberSummary(m.Id, m.Handle, m.DisplayName, m.Role, m.State), Snippet.Of(m.DisplayName, terms, TitleLength), m.PostCount),
            }),
        ];
    }
}
