using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas.Boards;

internal sealed class BoardNames : IContentNames
{
    public ContentKind Kind => ContentKind.IdeaBoard;

    public async Task<IReadOnlyDictionary<long, ContentName>> Names(CommunityDb db, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var boards = await db.IdeaBoards.AsNoTracking().Where(b => ids.Contains(b.Id)).Select(b => new { b.Id, b.Name, b.Slug }).ToListAsync(cancel);
        return boards.ToDictionary(b => b.Id, b => new ContentName(b.Name, $"/ideas?board={b.Slug}"));
    }
}
