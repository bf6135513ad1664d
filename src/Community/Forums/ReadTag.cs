using Community.Data;
using Community.Discussions;
using Community.Forums.Following;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <param name="IsPublic">Whether a visitor reads anything that carries it, too.</param>
public sealed record TagView(long Id, TagSummary Tag, bool IsPublic, Page<TopicSummary> Topics);

public sealed class ReadTag(CommunityData data, IEnumerable<ISearchable> kinds)
{
    /// <summary>The topics that carry a tag, newest first, as far as the actor may read them.</summary>
    public async Task<Result<TagView>> Run(Actor actor, string key, string? after, CancellationToken cancel = default)
    {
        var cursor = Cursor.Read(after);
        if (after is not null && cursor is null)
            return Problem.NotFound();
        return await data.Read<Result<TagView>>(async db =>
        {
            var readable = db.Topics.VisibleTo(actor);
            if (await Find(db, actor, key, cancel) is not { } tag)
                return Problem.NotFound();

            var tagged = db.DiscussionTags.Where(t => t.TagId == tag.Id);
            if (cursor is { } last)
                tagged = tagged.Where(t => t.DiscussionId < last.Id);
            var topics = tagged.OrderByDescending(t => t.DiscussionId).Join(readable.WithoutMuted(db, actor, openedTag: tag.Id), t => t.DiscussionId, t => t.Id, (_, topic) => topic);
            var rows = await db.Lines(topics.OrderByDescending(t => t.Id).Take(ListTopics.PageSize + 1)).ToListAsync(cancel);
            var page = Page<TopicSummary>.Of(rows, ListTopics.PageSize, row => new Cursor(null, row.Id));
            return new TagView(tag.Id, tag.Summary, tag.IsPublic, page with { Items = await db.Complete(actor, page.Items, cancel) });
        }, cancel);
    }

    /// <summary>The tag alone.</summary>
    public Task<Result<TagSummary>> Summary(Actor actor, string key, CancellationToken cancel = default) => data.Read<Result<TagSummary>>(
        async db => await Find(db, actor, key, cancel) is { } tag ? tag.Summary : Problem.NotFound(),
        cancel);

    /// <summary>The id behind a tag's key.</summary>
    public Task<Result<long>> IdOf(Actor actor, string key, CancellationToken cancel = default) => data.Read<Result<long>>(
        async db => await Find(db, actor, key, cancel) is { } tag ? tag.Id : Problem.NotFound(),
        cancel);

    // A tag that stands only where this reader may not look does not exist for them.
    private async Task<FoundTag?> Find(CommunityDb db, Actor actor, string key, CancellationToken cancel)
    {
        var (readable, shared) = (db.Topics.VisibleTo(actor), db.Topics.VisibleTo(Actor.Visitor));
        var found = await db.Tags.Where(t => t.Key == key).Select(t => new FoundTag(
            t.Id,
            new TagSummary(t.Name, t.Key, db.DiscussionTags.Where(x => x.TagId == t.Id).Join(readable, x => x.DiscussionId, r => r.Id, (x, _) => x).Count()),
            db.DiscussionTags.Where(x => x.TagId == t.Id).Join(shared, x => x.DiscussionId, r => r.Id, (x, _) => x).Any()))
            .FirstOrDefaultAsync(cancel);
        if (found is null)
            return null;
        var isPublic = found.IsPublic || await StandsElsewhere(db, Actor.Visitor, found.Id, cancel);
        return found.Summary.Count > 0 || isPublic || await StandsElsewhere(db, actor, found.Id, cancel) ? found with { IsPublic = isPublic } : null;
    }

    // On something that is no topic.
    private async Task<bool> StandsElsewhere(CommunityDb db, Actor actor, long tagId, CancellationToken cancel)
    {
        foreach (var kind in kinds.Where(k => k.Kind != ContentKind.Topic))
        {
            var subjects = kind.Subjects(db, actor);
            if (await db.DiscussionTags.AnyAsync(t => t.TagId == tagId && subjects.Any(s => s.Id == t.DiscussionId), cancel))
                return true;
        }

        return false;
    }

    private sealed record FoundTag(long Id, TagSummary Summary, bool IsPublic);
}
