using Microsoft.EntityFrameworkCore;

namespace Community.Data.Moving;

/// <summary>A database that holds part of another is no community yet: nobody may read, write or verify it as one.</summary>
public static class UnfinishedMove
{
    /// <returns>Where it is moved from; null where nothing is under way. The database is up to date.</returns>
    public static Task<string?> In(CommunityDb db, CancellationToken cancel) =>
        db.StoreMoves.Where(move => move.FinishedAt == null).OrderBy(move => move.Id).Select(move => (string?)move.Source).FirstOrDefaultAsync(cancel);
}
