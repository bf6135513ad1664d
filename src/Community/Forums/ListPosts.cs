using Community.Data;
using Community.Discussions;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>The posts of a topic from one to the next, for readers who do not turn pages.</summary>
public sealed class ListPosts(CommunityData data)
{
    /// <param name="actor">Who reads.</param>
    /// <param name="number">The public number of the topic; NotFound where the actor may not read it.</param>
    /// <param name="after">The cursor of the stretch before; NotFound where it is none.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<Result<Page<PostView>>> Run(Actor actor, long number, string? after, CancellationToken cancel = default)
    {
        var cursor = Cursor.Read(after);
        if (after is not null && cursor is null)
            return Problem.NotFound();
        return await data.Read<Result<Page<PostView>>>(async db =>
        {
            var topic = await db.Topics.Where(t => t.Number == number)
                .Join(db.Discussions, t => t.Id, d => d.Id, (t, d) => new { t.Id, t.Audience, t.State, t.AuthorId, d.LastNumber })
                .FirstOrDefaultAsync(cancel);
            if (topic is null || !actor.CanSee(topic.Audience) || !PostSight.CanRead(actor, topic.State, topic.AuthorId))
                return Problem.NotFound();

            return await db.StretchOf(actor, topic.Id, topic.LastNumber, cursor, cancel);
        }, cancel);
    }
}
