using Community.Data;
using Community.Discussions.Contract;
using Community.Members.Contract;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>Keeps the entry of whatever an act has written or taken away in step with it, in the act's transaction.</summary>
internal sealed class KeepEntries(Subjects subjects, Ids ids)
    : IHandle<PostWritten>, IHandle<PostEdited>, IHandle<PostStateChanged>, IHandle<PostErased>, IHandle<PostRewritten>, IHandle<TagsChanged>, IHandle<MembersNamed>
{
    public Task Handle(PostWritten happened, CommunityDb db, CancellationToken cancel) => Post(db, happened.PostId, cancel);

    public Task Handle(PostEdited happened, CommunityDb db, CancellationToken cancel) => Post(db, happened.PostId, cancel);

    public Task Handle(PostStateChanged happened, CommunityDb db, CancellationToken cancel) => Post(db, happened.PostId, cancel);

    public Task Handle(PostErased happened, CommunityDb db, CancellationToken cancel) => Post(db, happened.PostId, cancel);

    public Task Handle(PostRewritten happened, CommunityDb db, CancellationToken cancel) => Post(db, happened.PostId, cancel);

    public async Task Handle(TagsChanged happened, CommunityDb db, CancellationToken cancel)
    {
        foreach (var id in happened.TagIds)
            await Keep(db, SearchEntry.IdOf(SearchKind.Tag, id), await subjects.Tags.Name(db, id, cancel) is { } name ? Entries.OfTag(id, name) : null, cancel);
    }

    public async Task Handle(MembersNamed happened, CommunityDb db, CancellationToken cancel)
    {
        foreach (var id in happened.MemberIds)
            await Keep(db, SearchEntry.IdOf(SearchKind.Member, id), Entries.OfMember((await db.Members.FindAsync([id], cancel))!), cancel);
    }

    private async Task Post(CommunityDb db, long id, CancellationToken cancel) =>
        await Keep(db, id, await subjects.Post(db, id, cancel) is { } post ? Entries.OfPost(post) : null, cancel);

    private async Task Keep(CommunityDb db, long id, SearchEntry? wanted, CancellationToken cancel)
    {
        var kept = await db.SearchEntries.FindAsync([id], cancel);
        // Two events of one act may be about one post.
        if (kept is not null && db.Entry(kept).State == EntityState.Deleted)
        {
            if (wanted is null)
                return;
            db.Entry(kept).State = EntityState.Modified;
        }

        db.Keep(ids, kept, wanted);
    }
}
