using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions.Drafts;

/// <summary>The member's own draft of a form, for whoever opens the form again.</summary>
public sealed class ReadDraft(CommunityData data)
{
    public async Task<DraftView?> Run(Actor actor, DraftPlace place, CancellationToken cancel = default)
    {
        if (actor.MemberId is not { } me)
            return null;
        var draft = await data.Read(db => db.DraftAt(me, place).FirstOrDefaultAsync(cancel), cancel);
        return draft is null ? null : new DraftView(place, draft.Text, draft.Sequence, draft.SavedAt);
    }
}
