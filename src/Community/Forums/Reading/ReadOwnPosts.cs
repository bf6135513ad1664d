using Community.Data;
using Community.Discussions;
using Community.Discussions.Contract;
using Community.Discussions.Reading;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums.Reading;

/// <summary>What somebody writes in a topic is read by them, unless something that they have not read stands before it.</summary>
internal sealed class ReadOwnPosts(ReadPlaces places) : IHandle<PostWritten>
{
    private static readonly Func<CommunityDb, long, long, Task<Reached?>> ReachedIn = EF.CompileAsyncQuery((CommunityDb db, long memberId, long topicId) =>
        (from topic in db.Topics
         where topic.Id == topicId
         from position in db.ReadPositions.Where(p => p.MemberId == memberId && p.DiscussionId == topicId).DefaultIfEmpty()
         select new Reached(
             position,
             db.ReadMarks.Where(m => m.MemberId == memberId && (m.ForumId == topic.ForumId || m.ForumId == ReadMark.Everywhere)).Max(m => (long?)m.UpTo))).FirstOrDefault());

    private static readonly Func<CommunityDb, long, long, int, int, long, Task<bool>> IsNewBetween = EF.CompileAsyncQuery(
        (CommunityDb db, long memberId, long topicId, int after, int before, long mark) =>
            db.Posts.Any(p => p.DiscussionId == topicId && p.Number > after && p.Number < before && p.Id > mark && p.AuthorId != memberId && p.State == PostState.Visible));

    public async Task Handle(PostWritten happened, CommunityDb db, CancellationToken cancel)
    {
        if (happened.SubjectKind != ContentKind.Topic)
            return;
        var (me, id, number) = (happened.AuthorId, happened.DiscussionId, happened.Number);
        // A topic that begins is not in the database yet.
        var reached = number == 1 ? null : await ReachedIn(db, me, id);
        var read = reached?.Position?.Number ?? 0;
        if (read + 1 < number && await IsNewBetween(db, me, id, read, number, reached?.Mark ?? 0))
            return;
        places.MoveToOwn(db, reached?.Position, me, id, number);
    }

    private sealed record Reached(ReadPosition? Position, long? Mark);
}
