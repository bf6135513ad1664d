using Community.Data;
using Community.Discussions;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas;

/// <summary>The forms below ideas.</summary>
internal sealed class CommentPlaces(TimeProvider time) : IDraftPlaces
{
    public DraftKind Kind => DraftKind.Reply;

    public async Task<IReadOnlyDictionary<long, DraftWhere>> Find(CommunityDb db, Actor actor, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var (audiences, now) = (actor.Audiences, time.GetUtcNow());
        var rows = await db.Ideas.AsNoTracking().Where(i => ids.Contains(i.Id) && audiences.Contains(i.Audience))
            .Join(db.IdeaBoards, i => i.BoardId, b => b.Id, (idea, board) => new { idea, board }).ToListAsync(cancel);
        return rows.Where(r => PostSight.CanReadUnder(actor, r.idea.State, r.idea.AuthorId)).ToDictionary(
            r => r.idea.Id,
            r => new DraftWhere(ContentName.Of(r.idea.Title, IdeaSubject.PathOf(r.idea.Number, r.idea.Slug)), IdeaRules.WhyNotComment(actor, r.idea, r.board, now)));
    }
}

/// <summary>The forms for new ideas.</summary>
internal sealed class SubmitPlaces(TimeProvider time) : IDraftPlaces
{
    public DraftKind Kind => DraftKind.Idea;

    public async Task<IReadOnlyDictionary<long, DraftWhere>> Find(CommunityDb db, Actor actor, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var boards = await db.IdeaBoards.AsNoTracking().VisibleTo(actor).Where(b => ids.Contains(b.Id)).ToListAsync(cancel);
        return boards.ToDictionary(b => b.Id, b => new DraftWhere(new ContentName(b.Name, $"/ideas/new?board={b.Slug}"), IdeaRules.WhyNotSubmit(actor, b, now)));
    }
}
