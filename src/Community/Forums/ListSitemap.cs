using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

public sealed record SitemapPiece(IReadOnlyList<SitemapTopic> Topics);

public sealed record SitemapTopic(long Number, string Slug, DateTimeOffset ChangedAt);

/// <summary>The topics that anybody may read, in pieces of their public numbers: no piece costs more than another, and each keeps its topics.</summary>
public sealed class ListSitemap(CommunityData data)
{
    /// <summary>A fifth of what the protocol allows, so that a piece stays far below its size in bytes too.</summary>
    public const int Size = 10_000;

    /// <summary>How many pieces there are.</summary>
    public async Task<int> Pieces(CancellationToken cancel = default) =>
        (int)((await data.Read(db => db.Topics.MaxAsync(t => (long?)t.Number, cancel), cancel) + Size - 1) / Size ?? 0);

    /// <param name="piece">From 1. NotFound where there is none.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<Result<SitemapPiece>> Run(int piece, CancellationToken cancel = default)
    {
        if (piece < 1 || piece > await Pieces(cancel))
            return Problem.NotFound();
        var (first, end) = ((piece - 1L) * Size + 1, (long)piece * Size);
        return new SitemapPiece(await data.Read(
            db => db.Topics.VisibleTo(Actor.Visitor).Where(t => t.Number >= first && t.Number <= end).OrderBy(t => t.Number)
                .Select(t => new SitemapTopic(t.Number, t.Slug, t.LastPostAt)).ToListAsync(cancel),
            cancel));
    }
}
