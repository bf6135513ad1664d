using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions;

/// <summary>What an edit that began from an older version meets: what stands there now, by whom, and what stood there then.</summary>
public sealed class ReadEditConflict(CommunityData data, ReadPostForEdit reader)
{
    /// <param name="Now">As the form would start from it now.</param>
    /// <param name="Before">What the edit began with, where the history has it.</param>
    /// <param name="By">Who changed it last; null where that left no trace.</param>
    public sealed record Found(PostForEdit Now, EditedText? Before, Editor? By, DateTimeOffset? At);

    public async Task<Result<Found>> Run(Actor actor, long postId, int version, CancellationToken cancel = default)
    {
        var opened = await reader.Run(actor, postId, cancel);
        if (opened.Problem is { } problem)
            return problem;
        var now = opened.Value!;
        return await data.Read<Result<Found>>(
            async db =>
            {
                var edits = await db.Revisions.Where(r => r.PostId == postId)
                    .OrderBy(r => r.Number)
                    .Join(db.Members, r => r.EditorId, m => m.Id, (r, m) => new { r.Number, r.At, r.IsHidden, Editor = new Editor(m.Handle, m.DisplayName) })
                    .ToListAsync(cancel);

                // Slips count as versions and leave no row. They are mended in the first minutes, so they come before what has one.
                var number = version - (now.Version - 1 - edits.Count);
                var row = edits.Find(edit => edit.Number == number && (!edit.IsHidden || actor.IsModerator));
                var before = row is null
                    ? null
                    : await db.Revisions.Where(r => r.PostId == postId && r.Number == number).Select(r => new EditedText(r.Title, r.Tags, r.Body)).FirstOrDefaultAsync(cancel);
                var last = edits.LastOrDefault();
                return new Found(now, before, last?.Editor, last?.At);
            },
            cancel);
    }
}
