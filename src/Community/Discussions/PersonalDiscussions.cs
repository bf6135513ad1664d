using Community.Data;
using Community.Shared.Personal;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions;

/// <summary>What people wrote, gave and read.</summary>
internal sealed class PersonalDiscussions(ErasePosts erase, RewriteTexts rewrite) : IPersonalData
{
    public IReadOnlyList<PersonalTable> Tables { get; } =
    [
        PersonalTable.Of("posts", Erasing.Blanked, (db, m) => db.Posts.Where(p => p.AuthorId == m), nameof(Post.AuthorId), nameof(Post.Body), nameof(Post.Html), nameof(Post.Language))
            with { WithWords = (db, m, cancel) => ErasePosts.Left(db, m).CountAsync(cancel) },
        PersonalTable.Of(
            "revisions", Erasing.Deleted, (db, m) => db.Revisions.Where(r => db.Posts.Any(p => p.Id == r.PostId && p.AuthorId == m)),
            nameof(PostRevision.Body), nameof(PostRevision.Title), nameof(PostRevision.Tags)),
        PersonalTable.Of(
            "edits", Erasing.Blanked, (db, m) => db.Revisions.Where(r => r.EditorId == m && !db.Posts.Any(p => p.Id == r.PostId && p.AuthorId == m)),
            nameof(PostRevision.EditorId), nameof(PostRevision.Reason)),
        PersonalTable.Of("reactions", Erasing.WithoutPerson, (db, m) => db.Reactions.Where(r => r.MemberId == m), nameof(Reaction.MemberId)),
        PersonalTable.Of("read-positions", Erasing.Deleted, (db, m) => db.ReadPositions.Where(r => r.MemberId == m)),
        PersonalTable.Of("drafts", Erasing.Deleted, (db, m) => db.Drafts.Where(d => d.MemberId == m)),
    ];

    public IEnumerable<PersonalRows> Export(CommunityDb db, long memberId) =>
    [
        new("posts", db.Posts.Where(p => p.AuthorId == memberId).OrderBy(p => p.Id)
            .Select(p => new
            {
                p.Id,
                TopicId = p.DiscussionId,
                p.Number,
                p.ReplyToNumber,
                p.State,
                p.CreatedAt,
                p.EditedAt,
                p.Language,
                p.IsOfficial,
                ReactionsReceived = p.Reactions.Heart + p.Reactions.Like + p.Reactions.Laugh + p.Reactions.Wow + p.Reactions.Clap + p.Reactions.Celebrate,
                Markdown = p.Body,
            }).AsAsyncEnumerable()),
        new("revisions", db.Revisions.Where(r => db.Posts.Any(p => p.Id == r.PostId && p.AuthorId == memberId)).OrderBy(r => r.Id)
            .Select(r => new { r.PostId, r.Number, r.Title, r.Tags, ReplacedAt = r.At, ByYou = r.EditorId == memberId, Markdown = r.Body }).AsAsyncEnumerable()),
        new("edits", db.Revisions.Where(r => r.EditorId == memberId && !db.Posts.Any(p => p.Id == r.PostId && p.AuthorId == memberId)).OrderBy(r => r.Id)
            .Select(r => new { r.PostId, r.Number, r.At, r.Reason }).AsAsyncEnumerable()),
        new("reactions", db.Reactions.Where(r => r.MemberId == memberId).OrderBy(r => r.Id)
            .Select(r => new { r.PostId, r.Kind, r.At, TakenBackAt = r.UndoneAt }).AsAsyncEnumerable()),
        new("read-positions", db.ReadPositions.Where(r => r.MemberId == memberId).OrderBy(r => r.DiscussionId)
            .Select(r => new { TopicId = r.DiscussionId, ReadUpTo = r.Number, LastVisitUpTo = r.Since, r.At }).AsAsyncEnumerable()),
        new("drafts", db.Drafts.Where(d => d.MemberId == memberId).OrderBy(d => d.SavedAt)
            .Select(d => new { d.Kind, d.PlaceId, d.SavedAt, d.ReplyToNumber, d.Version, d.Title, d.Tags, d.Reason, Markdown = d.Body }).AsAsyncEnumerable()),
    ];

    public async Task EraseRest(CommunityData data, ErasedPerson person, CancellationToken cancel)
    {
        var me = person.MemberId;
        if (person.KeepsTexts)
            await data.InBatches(db => ForgetFormerTexts(db, me, cancel), cancel);
        else
            await erase.Run(person, cancel);
        await rewrite.Posts(person, cancel);
        await rewrite.Revisions(person, cancel);
        await rewrite.Drafts(person, cancel);
        await data.InBatches(
            db => db.Revisions.Where(r => r.EditorId == me && r.Reason != null).OrderBy(r => r.Id).Take(Batches.Size).ExecuteUpdateAsync(r => r.SetProperty(x => x.Reason, (string?)null), cancel), cancel);
        await data.InBatches(
            db => db.Reactions.Where(r => r.MemberId == me).OrderBy(r => r.Id).Take(Batches.Size).ExecuteUpdateAsync(r => r.SetProperty(x => x.MemberId, (long?)null), cancel), cancel);
        await data.InBatches(
            db => db.ReadPositions.Where(r => r.MemberId == me && db.ReadPositions.Where(o => o.MemberId == me).OrderBy(o => o.DiscussionId).Take(Batches.Size).Select(o => o.DiscussionId).Contains(r.DiscussionId)).ExecuteDeleteAsync(cancel),
            cancel);
        await data.InBatches(
            async db =>
            {
                var begun = await db.Drafts.Where(d => d.MemberId == me).OrderBy(d => d.SavedAt).Take(Batches.Size).ToListAsync(cancel);
                db.Drafts.RemoveRange(begun);
                return begun.Count;
            },
            cancel);
    }

    // What was taken out of a post that stays was taken out for a reason.
    private static async Task<int> ForgetFormerTexts(CommunityDb db, long member, CancellationToken cancel)
    {
        var ids = await db.Posts.Where(p => p.AuthorId == member && p.RevisionCount > 0).OrderBy(p => p.Id).Take(Batches.Size).Select(p => p.Id).ToListAsync(cancel);
        await db.Revisions.Where(r => ids.Contains(r.PostId)).ExecuteDeleteAsync(cancel);
        return await db.Posts.Where(p => ids.Contains(p.Id)).ExecuteUpdateAsync(p => p.SetProperty(x => x.RevisionCount, 0), cancel);
    }
}
