using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions.Contract;

/// <summary>How far a discussion has changed, for whoever may read it.</summary>
public sealed class ReadChange(CommunityData data)
{
    private static readonly Func<CommunityDb, long, Task<DiscussionStanding?>> ById = EF.CompileAsyncQuery((CommunityDb db, long id) =>
        (from discussion in db.Discussions
         where discussion.Id == id
         join opening in db.Posts on new { DiscussionId = discussion.Id, Number = 1 } equals new { opening.DiscussionId, opening.Number }
         select new DiscussionStanding(discussion.Audience, discussion.ChangeNumber, opening.State, opening.AuthorId)).FirstOrDefault());

    /// <summary>The change number; NotFound for who may not read the discussion.</summary>
    public async Task<Result<long>> Run(Actor actor, long discussionId, CancellationToken cancel = default) =>
        await Standing(discussionId, cancel) is { } found && found.CanBeReadBy(actor) ? found.ChangeNumber : Problem.NotFound();

    /// <summary>The same for everybody: who may read is for the caller to ask. Null where there is no such discussion.</summary>
    public Task<DiscussionStanding?> Standing(long discussionId, CancellationToken cancel = default) => data.Read(db => ById(db, discussionId), cancel);
}
