using Community.Data;
using Community.Discussions.Contract;
using Community.Discussions.Drafts;
using Community.Shared;
using Community.Shared.Markdown;
using Community.Shared.Personal;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions;

/// <summary>Takes an erased person out of what others wrote: their words out of quotes, their name out of mentions.</summary>
public sealed class RewriteTexts(CommunityData data, PrepareText prepare)
{
    // Read without holding anybody up, so many texts at a time whether or not they name anybody; each text that changes is written alone.
    private const int AtOnce = 1_000;
    private const string AnyQuote = "%[quote%";

    public async Task Posts(ErasedPerson person, CancellationToken cancel)
    {
        var (mention, page) = PersonNames.Patterns(person);
        for (var (after, last) = (0L, 0L); ; after = last)
        {
            last = await data.Read(db => db.Posts.Where(p => p.Id > after).OrderBy(p => p.Id).Take(AtOnce).MaxAsync(p => (long?)p.Id, cancel), cancel) ?? 0;
            if (last == 0)
                return;
            var texts = await data.Read(
                db => db.Posts
                    .Where(p => p.Id > after && p.Id <= last && (EF.Functions.Like(SqlText.Lower(p.Body), AnyQuote) || EF.Functions.Like(SqlText.Lower(p.Body), mention) || EF.Functions.Like(SqlText.Lower(p.Body), page)))
                    .OrderBy(p => p.Id).Select(p => new Text(p.Id, p.Body, p.Html)).ToListAsync(cancel),
                cancel);
            var theirs = await Theirs(person, texts.SelectMany(t => QuotedWords.SourcesOf(t.Body)), cancel);
            foreach (var text in texts.Where(t => Names(person, theirs, t.Body)))
                await Rewrite(person, theirs, text, cancel);
        }
    }

    public async Task Revisions(ErasedPerson person, CancellationToken cancel)
    {
        var (mention, page) = PersonNames.Patterns(person);
        for (var (after, last) = (0L, 0L); ; after = last)
        {
            last = await data.Read(db => db.Revisions.Where(r => r.Id > after).OrderBy(r => r.Id).Take(AtOnce).MaxAsync(r => (long?)r.Id, cancel), cancel) ?? 0;
            if (last == 0)
                return;
            var texts = await data.Read(
                db => db.Revisions
                    .Where(r => r.Id > after && r.Id <= last && (EF.Functions.Like(SqlText.Lower(r.Body), AnyQuote)
                        || EF.Functions.Like(SqlText.Lower(r.Body + "\n" + (r.Title ?? "") + "\n" + (r.Reason ?? "")), mention)
                        || EF.Functions.Like(SqlText.Lower(r.Body + "\n" + (r.Title ?? "") + "\n" + (r.Reason ?? "")), page)))
                    .OrderBy(r => r.Id).Select(r => new { r.Id, r.Body, r.Title, r.Reason }).ToListAsync(cancel),
                cancel);
            var theirs = await Theirs(person, texts.SelectMany(t => QuotedWords.SourcesOf(t.Body)), cancel);
            foreach (var text in texts)
            {
                var (body, title, reason) = (Without(person, theirs, text.Body), text.Title is null ? null : person.Without(text.Title), text.Reason is null ? null : person.Without(text.Reason));
                if ((body, title, reason) != (text.Body, text.Title, text.Reason))
                    await data.Write<int>(async db => await db.Revisions.Where(r => r.Id == text.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Body, body).SetProperty(x => x.Title, title).SetProperty(x => x.Reason, reason), cancel), cancel);
            }
        }
    }

    /// <summary>What others have begun to write, one writer after the other.</summary>
    public async Task Drafts(ErasedPerson person, CancellationToken cancel)
    {
        for (var after = 0L; ;)
        {
            var writers = await data.Read(db => Naming(db, person).Where(d => d.MemberId > after).Select(d => d.MemberId).Distinct().Order().Take(AtOnce).ToListAsync(cancel), cancel);
            foreach (var writer in writers)
                await data.Write(db => RewriteDrafts(db, person, writer, cancel), cancel);
            if (writers.Count < AtOnce)
                return;
            after = writers[^1];
        }
    }

    private async Task<Result<Done>> RewriteDrafts(CommunityDb db, ErasedPerson person, long writer, CancellationToken cancel)
    {
        var drafts = await Naming(db, person).Where(d => d.MemberId == writer).ToListAsync(cancel);
        var theirs = await Theirs(person, drafts.SelectMany(d => QuotedWords.SourcesOf(d.Body)), cancel);
        foreach (var draft in drafts)
            (draft.Body, draft.Title, draft.Tags, draft.Reason) = (Without(person, theirs, draft.Body), person.Without(draft.Title), person.Without(draft.Tags), person.Without(draft.Reason));
        return Done.Yes;
    }

    private static IQueryable<Draft> Naming(CommunityDb db, ErasedPerson person)
    {
        var (mention, page) = PersonNames.Patterns(person);
        return db.Drafts.Where(d => EF.Functions.Like(SqlText.Lower(d.Body), AnyQuote)
            || EF.Functions.Like(SqlText.Lower(d.Body + "\n" + d.Title + "\n" + d.Tags + "\n" + d.Reason), mention)
            || EF.Functions.Like(SqlText.Lower(d.Body + "\n" + d.Title + "\n" + d.Tags + "\n" + d.Reason), page));
    }

    private async Task Rewrite(ErasedPerson person, HashSet<long> theirs, Text text, CancellationToken cancel)
    {
        for (var seen = text; ;)
        {
            var body = Without(person, theirs, seen.Body);
            var html = await prepare.RenderAgain(seen.Id, body, cancel);
            if (body == seen.Body && html == seen.Html)
                return;
            var done = await data.Write<Text>(
                async db =>
                {
                    var found = await db.Posts.Where(p => p.Id == seen.Id).Join(db.Discussions, p => p.DiscussionId, d => d.Id, (post, discussion) => new { post, discussion }).FirstAsync(cancel);
                    if (found.post.Body != seen.Body)
                        return new Text(seen.Id, found.post.Body, found.post.Html);
                    (found.post.Body, found.post.Html) = (body, html);
                    // An edit that started from the older text would bring it back.
                    found.post.Version++;
                    found.post.ChangeNumber = found.discussion.Change();
                    db.Raise(new PostRewritten(seen.Id));
                    return seen;
                },
                cancel);
            if (done.Value == seen)
                return;
            seen = done.Value!;
        }
    }

    private static bool Names(ErasedPerson person, HashSet<long> theirs, string body) =>
        person.IsNamedIn(body) || QuotedWords.SourcesOf(body).Any(source => IsTheirs(person, theirs, source));

    private static string Without(ErasedPerson person, HashSet<long> theirs, string body) =>
        person.Without(QuotedWords.Without(body, source => IsTheirs(person, theirs, source) && (!person.KeepsTexts || source.PostId is null), nameless: true));

    // A quote of a post that never came has its author's name alone.
    private static bool IsTheirs(ErasedPerson person, HashSet<long> theirs, QuoteSource source) => source.PostId is { } id
        ? theirs.Contains(id)
        : person.IsAuthorOf(source);

    private async Task<HashSet<long>> Theirs(ErasedPerson person, IEnumerable<QuoteSource> sources, CancellationToken cancel)
    {
        var ids = sources.Select(s => s.PostId).OfType<long>().Distinct().ToList();
        return ids.Count == 0 ? [] : await data.Read(db => db.Posts.Where(p => ids.Contains(p.Id) && p.AuthorId == person.MemberId).Select(p => p.Id).ToHashSetAsync(cancel), cancel);
    }

    private sealed record Text(long Id, string Body, string Html);
}
