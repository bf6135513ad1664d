using Community.Data;
using Community.Shared;
using Community.Shared.Site;

namespace Community.Forums;

/// <summary>An administrator opens a forum, after its siblings.</summary>
public sealed class CreateForum(CommunityData data, Ids ids, TimeProvider time)
{
    /// <param name="Settings">What the forum is like.</param>
    /// <param name="Key">Made by the client: the same key again returns the first forum.</param>
    public sealed record Input(ForumSettings Settings, Guid Key);

    public sealed record Created(long Id);

    public Task<Result<Created>> Run(Actor actor, Input input, CancellationToken cancel = default) => data.Write<Created>(
        async db =>
        {
            var now = time.GetUtcNow();
            if (actor.WhyNotAdminister(now) is { } refused)
                return refused;
            if (await db.FirstResultOf(actor.MemberId!.Value, input.Key, cancel) is { } first)
                return new Created(first);
            var settings = input.Settings.Tidied();
            if ((settings.WhyNot() ?? await ForumTree.WhyNot(db, settings, null, cancel)) is { } problem)
                return problem;

            var forum = new Forum
            {
                Id = ids.Next(),
                Slug = settings.Slug,
                Name = settings.Name,
                Order = await ForumTree.NextOrder(db, settings.ParentId, cancel),
            };
            settings.CopyTo(forum);
            db.Forums.Add(forum);
            db.Receipts.Add(new Receipt { MemberId = actor.MemberId.Value, Key = input.Key, ContentId = forum.Id, At = now });
            await db.TouchSite(cancel);
            db.Raise(ForumTree.Acted(actor, "create-forum", forum, null, forum.Slug));
            return new Created(forum.Id);
        },
        cancel);
}
