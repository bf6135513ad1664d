using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Discussions.Drafts;

/// <summary>
/// Keeps what a member is writing. A save that does not follow on what is stored loses and is told what that is, so that its writer
/// chooses. An empty form keeps nothing.
/// </summary>
public sealed class SaveDraft(CommunityData data, IEnumerable<IDraftPlaces> places, TimeProvider time, IOptions<PostLimits> limits)
{
    /// <param name="Place">Of which form.</param>
    /// <param name="Sequence">Higher than that of the draft which the form started from; 1 where there was none.</param>
    /// <param name="Text">The whole of the form.</param>
    /// <param name="FormKey">The key with which the form will be sent.</param>
    public sealed record Input(DraftPlace Place, long Sequence, DraftText Text, Guid FormKey);

    public async Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default)
    {
        if (actor.MemberId is not { } me)
            return Problem.Forbidden("sign-in");
        var text = input.Text.Normalised();
        if (text.WhyNot(limits.Value) is { } problem)
            return problem;
        return await data.WriteBeside(db => Write(db, actor, me, input with { Text = text }, cancel), cancel);
    }

    private async Task<Result<Done>> Write(CommunityDb db, Actor actor, long me, Input input, CancellationToken cancel)
    {
        await db.HoldMembers([me], cancel);
        // A save that was overtaken by the sending of its own form would bring back what is written already.
        if (await IsSent(db, me, input, cancel))
            return Done.Yes;
        var draft = await db.DraftAt(me, input.Place).FirstOrDefaultAsync(cancel);
        if (input.Sequence <= (draft?.Sequence ?? 0))
            return Stale(draft);
        if (input.Text.IsEmpty)
        {
            if (draft is not null)
                db.Drafts.Remove(draft);
            return Done.Yes;
        }

        if (draft is null)
        {
            if (await WhyNotBegin(db, actor, me, input.Place, cancel) is { } refused)
                return refused;
            draft = new Draft { MemberId = me, Kind = input.Place.Kind, PlaceId = input.Place.Id };
            db.Drafts.Add(draft);
        }

        draft.Put(input.Text);
        (draft.Sequence, draft.FormKey, draft.SavedAt) = (input.Sequence, input.FormKey, time.GetUtcNow());
        return Done.Yes;
    }

    // Only of a new draft: whoever lost the right while writing keeps what they wrote.
    private async Task<Problem?> WhyNotBegin(CommunityDb db, Actor actor, long me, DraftPlace place, CancellationToken cancel)
    {
        if (actor.WhyNotTakePart(time.GetUtcNow()) is { } reader)
            return reader;
        var found = await places.Find(db, actor, place.Kind, [place.Id], cancel);
        if (!found.ContainsKey(place.Id))
            return Problem.NotFound();
        var max = limits.Value.MaxDrafts;
        return await db.Drafts.CountAsync(d => d.MemberId == me, cancel) < max
            ? null
            : Problem.Forbidden("too-many-drafts") with { Args = new Dictionary<string, object> { ["max"] = max } };
    }

    // An edit leaves no receipt, but what it said stands in the post.
    private static async Task<bool> IsSent(CommunityDb db, long me, Input input, CancellationToken cancel) => input.Place.Kind == DraftKind.Edit
        ? await db.Posts.AnyAsync(p => p.Id == input.Place.Id && p.Version > input.Text.Version && p.Body == input.Text.Body, cancel)
        : await db.FirstResultOf(me, input.FormKey, cancel) is not null;

    private static Problem Stale(Draft? stored) => Problem.Conflict("draft-stale") with
    {
        Args = new Dictionary<string, object>
        {
            ["sequence"] = stored?.Sequence ?? 0,
            ["text"] = stored?.Text ?? new DraftText(),
            ["savedAt"] = stored?.SavedAt ?? default,
        },
    };
}
