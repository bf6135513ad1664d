using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions.Following;

/// <summary>Whoever writes in a topic tracks it from then on, unless they have said what they want.</summary>
internal sealed class TrackOwnTopics(Ids ids, TimeProvider time) : IHandle<PostWritten>
{
    private static readonly Func<CommunityDb, long, long, Task<bool>> HasRow = EF.CompileAsyncQuery((CommunityDb db, long memberId, long topicId) =>
        db.Follows.Any(f => f.MemberId == memberId && f.Kind == FollowKind.Topic && f.TargetId == topicId));

    public async Task Handle(PostWritten happened, CommunityDb db, CancellationToken cancel)
    {
        if (happened.SubjectKind != ContentKind.Topic || await HasRow(db, happened.AuthorId, happened.DiscussionId))
            return;
        db.Follows.Add(new Follow
        {
            Id = ids.Next(),
            MemberId = happened.AuthorId,
            Kind = FollowKind.Topic,
            TargetId = happened.DiscussionId,
            Level = FollowLevel.Tracking,
            At = time.GetUtcNow(),
            IsAutomatic = true,
        });
    }
}
