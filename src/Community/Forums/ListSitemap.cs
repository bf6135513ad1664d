using Community.Data;
using Community.Discussions;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>The topics that anybody may read, in pieces of their public numbers: no piece costs more than another, and each keeps its topics.</summary>
public sealed class ListSitemap(CommunityData data)
{
    /// <summary>How many pieces there are.</summary>
    public async Task<int> Pieces(CancellationToken cancel = default) =>
        (int)((await data.Read(db => db.Topics.MaxAsync(t => (long?)t.Number, cancel), cancel) + SitemapPiece.Size - 1) / SitemapPiece.Size ?? 0);

    /// <param name="piece">From 1. NotFound where there is none.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<Result<SitemapPiece>> Run(int piece, CancellationToken cancel = default)
    {
        if (piece < 1 || piece > await Pieces(cancel))
            return Problem.NotFound();
        var (first, end) = ((piece - 1L) * SitemapPiece.Size + 1, (long)piece * SitemapPiece.Size);
        return new SitemapPiece(await data.Read(
            db => db.Topics.VisibleTo(Actor.Visitor).Where(t => t.Number >= first && t.Number <= end).OrderBy(t => t.Number)
                .Select(t => new SitemapSubject(t.Number, t.Slug, t.LastPostAt)).ToListAsync(cancel),
            cancel));
    }
}
