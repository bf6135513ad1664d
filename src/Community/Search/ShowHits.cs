using Community.Data;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>What was found, as a page shows it: one query for each kind of row, whatever the number.</summary>
public sealed class ShowHits(Subjects subjects)
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
        var rows = new Dictionary<long, (ContentKind Kind, SearchablePost Post, SearchableSubject Subject)>();
        foreach (var kind in subjects.All.TakeWhile(_ => rows.Count < ids.Count))
        {
            var found = kind.Posts(db).Where(p => ids.Contains(p.Id)).Join(kind.Subjects(db, actor), p => p.DiscussionId, s => s.Id, (post, subject) => new { post, subject });
            foreach (var row in await found.ToListAsync(cancel))
                rows[row.post.Id] = (kind.Kind, row.post, row.subject);
        }

        var authorIds = rows.Values.Select(r => r.Post.AuthorId).OfType<long>().Distinct().ToList();
        var authors = await db.Members.Where(m => authorIds.Contains(m.Id)).Select(MemberSummary.From).ToDictionaryAsync(m => m.Id, cancel);
        return
        [
            .. ids.Where(rows.ContainsKey).Select(id => rows[id]).Select(r => new SearchHit(r.Post.Id)
            {
                Post = new PostHit(
                    r.Kind, r.Post.Number, r.Subject.Id, r.Subject.Number, r.Subject.Slug, Snippet.Of(r.Subject.Title, terms, TitleLength), r.Subject.Language,
                    withText ? Snippet.Of(PlainText.Of(r.Post.Html), terms) : new Snippet("", []), r.Post.Language, r.Post.AuthorId is { } author ? authors.GetValueOrDefault(author) : null, r.Post.CreatedAt,
                    new SearchPlace(r.Subject.PlaceId, r.Subject.PlaceSlug, r.Subject.PlaceName, r.Subject.PlaceHue), r.Subject.IsSolved, r.Subject.Replies, r.Subject.LastAt, r.Subject.Status, r.Subject.Backers),
            }),
        ];
    }

    internal async Task<IReadOnlyList<SearchHit>> Tags(CommunityDb db, Actor actor, IReadOnlyList<long> ids, IReadOnlyCollection<Term> terms, CancellationToken cancel)
    {
        var rows = await subjects.TagsFor(db, actor).Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancel);
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
