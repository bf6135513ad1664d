using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Community.Data.Moving;

/// <summary>Looks whether a database may be moved into, makes its tables and marks it. What holds anything else stays as it is.</summary>
internal sealed class MoveTarget(Store target, string source, TimeProvider time, Ids ids)
{
    /// <returns>Whether an earlier run of the same move left something there.</returns>
    public async Task<bool> Prepare(bool afresh, CancellationToken cancel)
    {
        await using var db = await target.Contexts.CreateDbContextAsync(cancel);
        if (await target.Provider.Exists(cancel))
        {
            await RefuseForeign(db, cancel);
            if (afresh)
                await Empty(db, cancel);
        }

        await db.Database.MigrateAsync(cancel);
        var begun = await db.StoreMoves.AsNoTracking().OrderBy(move => move.Id).FirstOrDefaultAsync(cancel);
        if (begun is null)
        {
            await RefuseFilled(db, cancel);
            await Mark(cancel);
            return false;
        }

        if (begun.FinishedAt is { } finished)
            throw new RefusedMoveException(FormattableString.Invariant($"{target.Place} holds what was moved from {begun.Source} on {finished:yyyy-MM-dd}; name an empty database."));
        if (begun.Source != source)
            throw new RefusedMoveException($"{target.Place} holds part of {begun.Source}; go on with that one, or name an empty database.");
        return true;
    }

    public Task Finish(CancellationToken cancel) => target.Data.Write<Done>(
        async db =>
        {
            (await db.StoreMoves.SingleAsync(cancel)).FinishedAt = time.GetUtcNow();
            return Done.Yes;
        },
        cancel);

    private async Task RefuseForeign(CommunityDb db, CancellationToken cancel)
    {
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        if (applied.Count == 0)
        {
            if (await db.GetService<IRelationalDatabaseCreator>().HasTablesAsync(cancel))
                throw new RefusedMoveException($"{target.Place} holds something else; name an empty database.");
        }
        else if (applied.Except(db.Database.GetMigrations()).Any())
        {
            throw new RefusedMoveException($"{target.Place} was made by another version of this program; name an empty database.");
        }
        else if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any() && await db.Members.AnyAsync(cancel))
        {
            throw new RefusedMoveException($"{target.Place} holds a community and is older than this program; name an empty database, or bring it up to date with migrate where a move into it is to go on.");
        }
    }

    // The tables go, because the ledgers among them let nobody delete a row.
    private async Task Empty(CommunityDb db, CancellationToken cancel)
    {
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any() || !await db.StoreMoves.AnyAsync(move => move.FinishedAt == null && move.Source == source, cancel))
            return;
        await db.GetService<IMigrator>().MigrateAsync(Migration.InitialDatabase, cancel);
    }

    private async Task RefuseFilled(CommunityDb db, CancellationToken cancel)
    {
        var filled = await db.ProtectionKeys.AnyAsync(cancel);
        foreach (var table in StoredTable.All(db.Model))
            filled = filled || await table.Count(db, cancel) > 0;
        if (filled)
            throw new RefusedMoveException($"{target.Place} is in use by a community already; name an empty database.");
    }

    private Task Mark(CancellationToken cancel) => target.Data.Write<Done>(
        db =>
        {
            db.StoreMoves.Add(new StoreMove { Id = ids.Next(), Source = source, BegunAt = time.GetUtcNow() });
            return Task.FromResult<Result<Done>>(Done.Yes);
        },
        cancel);
}
