using System.Globalization;
using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions;

/// <summary>Takes a former text of a post out of its history for everybody but moderators, or lets it be read again. What stands now is hidden with its post.</summary>
public sealed class HideRevision(CommunityData data, TimeProvider time)
{
    internal const string Hide = "hide-revision";
    internal const string Show = "show-revision";

    /// <param name="PostId">Whose history.</param>
    /// <param name="Version">Which text, as the history numbers them.</param>
    /// <param name="To">Whether it is to be hidden.</param>
    /// <param name="Reason">For the log.</param>
    public sealed record Input(long PostId, int Version, bool To, string? Reason);

    public Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default) => data.Write<Done>(
        async db =>
        {
            if (actor.WhyNotModerate(time.GetUtcNow()) is { } forbidden)
                return forbidden;
            if (await db.FindPost(actor, input.PostId, cancel) is not var (post, _)
                || await db.Revisions.FirstOrDefaultAsync(r => r.PostId == input.PostId && r.Number == input.Version, cancel) is not { } revision)
                return Problem.NotFound();
            if (revision.IsHidden == input.To)
                return Done.Yes;
            if (StaffReason.WhyNot(input.Reason) is { } noReason)
                return noReason;

            revision.IsHidden = input.To;
            var version = input.Version.ToString(CultureInfo.InvariantCulture);
            db.Raise(new StaffActed(
                actor.MemberId, input.To ? Hide : Show, new ContentRef(ContentKind.Post, post.Id), post.AuthorId, input.Reason!.Trim(), version, version));
            return Done.Yes;
        },
        cancel);
}
