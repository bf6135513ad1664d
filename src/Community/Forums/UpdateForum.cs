using System.Text.Json;
using Community.Data;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>An administrator changes a forum. Another audience for reading counts at once for everything in it.</summary>
public sealed class UpdateForum(CommunityData data, TimeProvider time)
{
    public sealed record Input(long ForumId, ForumSettings Settings);

    public Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default) => data.Write<Done>(
        async db =>
        {
            if (actor.WhyNotAdminister(time.GetUtcNow()) is { } refused)
                return refused;
            if (await db.Forums.FirstOrDefaultAsync(f => f.Id == input.ForumId, cancel) is not { } forum)
                return Problem.NotFound();
            var settings = input.Settings.Tidied();
            if ((settings.WhyNot() ?? await ForumTree.WhyNot(db, settings, forum.Id, cancel)) is { } problem)
                return problem;

            var before = Of(forum);
            if (before == settings)
                return Done.Yes;
            if (forum.ParentId != settings.ParentId)
                forum.Order = await ForumTree.NextOrder(db, settings.ParentId, cancel);
            settings.CopyTo(forum);
            if (before.ReadAudience != settings.ReadAudience)
                await Spread(db, forum, cancel);
            await db.TouchSite(cancel);
            db.Raise(ForumTree.Acted(actor, "update-forum", forum, JsonSerializer.Serialize(before), JsonSerializer.Serialize(settings)));
            return Done.Yes;
        },
        cancel);

    // Straight in the database: a forum may hold more topics than memory should.
    private static async Task Spread(CommunityDb db, Forum forum, CancellationToken cancel)
    {
        var audience = forum.ReadAudience;
        var topics = db.Topics.Where(t => t.ForumId == forum.Id);
        await db.Discussions.Where(d => topics.Any(t => t.Id == d.Id)).ExecuteUpdateAsync(d => d.SetProperty(x => x.Audience, audience), cancel);
        await topics.ExecuteUpdateAsync(t => t.SetProperty(x => x.Audience, audience), cancel);
    }

    private static ForumSettings Of(Forum forum) => new(
        forum.Slug, forum.Name, forum.Description, forum.Hue, forum.ParentId, forum.ReadAudience, forum.ReplyAudience, forum.StartAudience);
}
