using Community.Data;
using Community.Discussions.Contract;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions.Drafts;

public static class DraftQueries
{
    /// <summary>What a form sends ends the draft of its place, whichever that is: who ignored it was asked, or shown it.</summary>
    public const long Whichever = long.MaxValue;

    private static readonly Func<CommunityDb, long, DraftKind, long, Task<bool>> HasDraft = EF.CompileAsyncQuery((CommunityDb db, long memberId, DraftKind kind, long placeId) =>
        db.Drafts.Any(d => d.MemberId == memberId && d.Kind == kind && d.PlaceId == placeId));

    /// <summary>Ends the draft that was sent, in the write of the act that sends it. Another text for the same place, begun elsewhere, stays.</summary>
    /// <param name="db">The write of the calling act.</param>
    /// <param name="memberId">Whose draft.</param>
    /// <param name="place">Of which form.</param>
    /// <param name="formKey">The key of the form that was sent.</param>
    /// <param name="upTo">The sequence of the draft that the form had; 0 where it had none.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task EndDraft(this CommunityDb db, long memberId, DraftPlace place, Guid formKey, long upTo, CancellationToken cancel)
    {
        // Every post that is written comes by, and nearly none had a draft.
        if (await HasDraft(db, memberId, place.Kind, place.Id))
            await db.DraftAt(memberId, place).Where(d => d.Sequence <= upTo || (d.FormKey == formKey && formKey != Guid.Empty)).ExecuteDeleteAsync(cancel);
    }

    internal static IQueryable<Draft> DraftAt(this CommunityDb db, long memberId, DraftPlace place) =>
        db.Drafts.Where(d => d.MemberId == memberId && d.Kind == place.Kind && d.PlaceId == place.Id);
}
