using Community.Data;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Discussions.Bookmarks;

/// <summary>Keeps a post for later, with a note and a day to be reminded. Sent again it changes what is kept.</summary>
public sealed class SaveBookmark(CommunityData data, Ids ids, SiteCache site, TimeProvider time, IOptions<BookmarkLimits> limits)
{
    public sealed record Input(long PostId, string? Note, DateOnly? RemindOn);

    public async Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default)
    {
        if (actor.MemberId is not { } me)
            return Problem.Forbidden("sign-in");
        var note = input.Note?.Trim() ?? "";
        if (note.Length > limits.Value.MaxNote)
            return Problem.Invalid("note", "note-too-long", ("max", limits.Value.MaxNote), ("actual", note.Length));

        var zone = (await site.Get(cancel)).TimeZone;
        return await data.WriteBeside<Done>(
            async db =>
            {
                await db.HoldMembers([me], cancel);
                if (await db.FindReadable(actor, input.PostId, cancel) is null)
                    return Problem.NotFound();
                var kept = await db.Bookmarks.FirstOrDefaultAsync(b => b.MemberId == me && b.PostId == input.PostId, cancel);
                if (kept is null && await db.Bookmarks.CountAsync(b => b.MemberId == me, cancel) >= limits.Value.MaxBookmarks)
                    return Problem.Conflict("too-many-bookmarks");

                var isNew = input.RemindOn is { } wanted && wanted != kept?.RemindOn;
                if (isNew && WhyNot(input.RemindOn!.Value) is { } noSuchDay)
                    return noSuchDay;
                var own = await db.Members.Where(m => m.Id == me).Select(m => m.TimeZone).FirstOrDefaultAsync(cancel) ?? zone;
                var at = isNew ? BookmarkRules.At(input.RemindOn!.Value, own, limits.Value.Hour) : kept?.RemindAt;
                if (isNew && at <= time.GetUtcNow())
                    return Problem.Invalid("remind", "reminder-past");
                if (kept is null)
                    db.Bookmarks.Add(kept = new Bookmark { Id = ids.Next(), MemberId = me, PostId = input.PostId, CreatedAt = time.GetUtcNow() });
                kept.Note = note;
                kept.Remind(input.RemindOn, input.RemindOn is null ? null : at);
                return Done.Yes;
            },
            cancel);
    }

    // Before the day is looked up in a zone, where the first and the last of the calendar have no morning.
    private Problem? WhyNot(DateOnly day)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (day < today.AddDays(-1))
            return Problem.Invalid("remind", "reminder-past");
        return day > today.AddDays(limits.Value.DaysAhead) ? Problem.Invalid("remind", "reminder-too-far", ("days", limits.Value.DaysAhead)) : null;
    }
}
