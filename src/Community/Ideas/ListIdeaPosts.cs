using Community.Data;
using Community.Discussions;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas;

/// <summary>The text of an idea and its comments from one to the next, for readers who do not turn pages.</summary>
public sealed class ListIdeaPosts(CommunityData data)
{
    /// <param name="actor">Who reads.</param>
    /// <param name="number">The public number of the idea; NotFound where the actor may not read it. One that was merged has its own posts still.</param>
    /// <param name="after">The cursor of the stretch before; NotFound where it is none.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<Result<Page<PostView>>> Run(Actor actor, long number, string? after, CancellationToken cancel = default)
    {
        var cursor = Cursor.Read(after);
        if (after is not null && cursor is null)
            return Problem.NotFound();
        return await data.Read<Result<Page<PostView>>>(async db =>
        {
            var found = await db.Ideas.Where(i => i.Number == number)
                .Join(db.Discussions, i => i.Id, d => d.Id, (i, d) => new { i.Id, Standing = new IdeaStanding(i.Audience, i.State, i.AuthorId, i.Status), d.LastNumber })
                .FirstOrDefaultAsync(cancel);
            if (found is null || !IdeaRules.CanSee(actor, found.Standing))
                return Problem.NotFound();

            return await db.StretchOf(actor, found.Id, found.LastNumber, cursor, cancel);
        }, cancel);
    }
}
