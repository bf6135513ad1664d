using Community.Data;
using Community.Discussions;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas;

/// <summary>The ideas that anybody may read, in pieces of their public numbers: no piece costs more than another, and each keeps its ideas.</summary>
public sealed class ListIdeaSitemap(CommunityData data)
{
    /// <summary>How many pieces there are.</summary>
    public async Task<int> Pieces(CancellationToken cancel = default) =>
        (int)((await data.Read(db => db.Ideas.MaxAsync(i => (long?)i.Number, cancel), cancel) + SitemapPiece.Size - 1) / SitemapPiece.Size ?? 0);

    /// <param name="piece">From 1. NotFound where there is none.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<Result<SitemapPiece>> Run(int piece, CancellationToken cancel = default)
    {
        if (piece < 1 || piece > await Pieces(cancel))
            return Problem.NotFound();
        var (first, end) = ((piece - 1L) * SitemapPiece.Size + 1, (long)piece * SitemapPiece.Size);
        return new SitemapPiece(await data.Read(
            db => db.Ideas.VisibleTo(Actor.Visitor).Where(i => i.Number >= first && i.Number <= end).OrderBy(i => i.Number)
                .Select(i => new SitemapSubject(i.Number, i.Slug, i.LastPostAt)).ToListAsync(cancel),
            cancel));
    }
}
