using Community.Data;
using Community.Discussions;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas;

/// <summary>Ideas as something to be followed.</summary>
internal sealed class IdeaTargets : IFollowTargets
{
    public FollowKind Kind => FollowKind.Idea;

    public async Task<IReadOnlyDictionary<long, ContentName>> Find(CommunityDb db, Actor actor, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var audiences = actor.Audiences;
        var ideas = await db.Ideas.Where(i => ids.Contains(i.Id) && audiences.Contains(i.Audience))
            .Select(i => new { i.Id, i.Number, i.Slug, i.Title, i.State, i.AuthorId }).ToListAsync(cancel);
        return ideas.Where(i => PostSight.CanRead(actor, i.State, i.AuthorId)).ToDictionary(i => i.Id, i => ContentName.Of(i.Title, IdeaSubject.PathOf(i.Number, i.Slug)));
    }
}
