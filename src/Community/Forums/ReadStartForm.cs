using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>What the form for a new topic shows, and why it may not be sent.</summary>
public sealed class ReadStartForm(CommunityData data, TimeProvider time)
{
    public sealed record Form(long Id, string Slug, LocalizedText Name, Problem? WhyNot);

    public async Task<Result<Form>> Run(Actor actor, string slug, CancellationToken cancel = default)
    {
        var forum = await data.Read(db => db.Forums.VisibleTo(actor).FirstOrDefaultAsync(f => f.Slug == slug, cancel), cancel);
        return forum is null ? Problem.NotFound() : new Form(forum.Id, forum.Slug, forum.Name, ForumRules.WhyNotStart(actor, forum, time.GetUtcNow()));
    }
}
