using Community.Data;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>An administrator closes a forum for anything new, or opens it again.</summary>
public sealed class ArchiveForum(CommunityData data, TimeProvider time)
{
    public sealed record Input(long ForumId, bool To);

    public Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default) => data.Write<Done>(
        async db =>
        {
            if (actor.WhyNotAdminister(time.GetUtcNow()) is { } refused)
                return refused;
            if (await db.Forums.FirstOrDefaultAsync(f => f.Id == input.ForumId, cancel) is not { } forum)
                return Problem.NotFound();
            if (forum.IsArchived == input.To)
                return Done.Yes;

            forum.IsArchived = input.To;
            await db.TouchSite(cancel);
            db.Raise(ForumTree.Acted(actor, input.To ? "archive-forum" : "reopen-forum", forum));
            return Done.Yes;
        },
        cancel);
}
