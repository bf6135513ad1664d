using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions.Following;

/// <summary>Whoever writes in a discussion tracks its subject from then on, unless they have said what they want.</summary>
internal sealed class TrackWhereWritten(Ids ids, TimeProvider time) : IHandle<PostWritten>
{
    private static readonly Func<CommunityDb, long, FollowKind, long, Task<bool>> HasRow = EF.CompileAsyncQuery((CommunityDb db, long memberId, FollowKind kind, long subjectId) =>
        db.Follows.Any(f => f.MemberId == memberId && f.Kind == kind && f.TargetId == subjectId));

    public async Task Handle(PostWritten happened, CommunityDb db, CancellationToken cancel)
    {
        var kind = happened.SubjectKind == ContentKind.Idea ? FollowKind.Idea : FollowKind.Topic;
        if (await HasRow(db, happened.AuthorId, kind, happened.DiscussionId))
            return;
        db.Follows.Add(new Follow
        {
            Id = ids.Next(),
            MemberId = happened.AuthorId,
            Kind = kind,
            TargetId = happened.DiscussionId,
            Level = FollowLevel.Tracking,
            At = time.GetUtcNow(),
            IsAutomatic = true,
        });
    }
}
