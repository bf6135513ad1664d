using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions.Contract;

/// <summary>How far a discussion has changed, for whoever may read it.</summary>
public sealed class ReadChange(CommunityData data)
{
    private static readonly Func<CommunityDb, long, Task<Standing?>> ById = EF.CompileAsyncQuery((CommunityDb db, long id) =>
        (from discussion in db.Discussions
         where discussion.Id == id
         join opening in db.Posts on new { DiscussionId = discussion.Id, Number = 1 } equals new { opening.DiscussionId, opening.Number }
         select new Standing(discussion.Audience, discussion.ChangeNumber, opening.State, opening.AuthorId)).FirstOrDefault());

    /// <summary>The change number; NotFound for who may not read the discussion.</summary>
    public Task<Result<long>> Run(Actor actor, long discussionId, CancellationToken cancel = default) => data.Read<Result<long>>(
        async db => await ById(db, discussionId) is { } found && actor.CanSee(found.Audience) && PostSight.CanReadUnder(actor, found.State, found.AuthorId)
            ? found.Change
            : Problem.NotFound(),
        cancel);

    private sealed record Standing(string Audience, long Change, PostState State, long? AuthorId);
}
