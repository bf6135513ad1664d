using System.Diagnostics;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Data;

/// <summary>The two ways to the database: a read without tracking, and an act that writes whole or not at all.</summary>
public sealed class CommunityData(
    IDbContextFactory<CommunityDb> contexts, IDatabaseProvider provider, EventDispatcher dispatcher)
{
    public async Task<T> Read<T>(Func<CommunityDb, Task<T>> read, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await read(db);
    }

    /// <summary>
    /// Runs an act. The reads that decide belong inside. A problem rolls everything back; a value commits what was
    /// changed together with what the handlers of the raised events add.
    /// </summary>
    public async Task<Result<T>> Write<T>(Func<CommunityDb, Task<Result<T>>> act, CancellationToken cancel = default)
    {
        using var turn = await provider.EnterWrite(cancel);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        var result = await act(db);
        if (!result.Ok)
            return result;

        var events = db.TakeEvents();
        foreach (var happened in events)
            await dispatcher.InTransaction(happened, db, cancel);
        Debug.Assert(db.TakeEvents().Count == 0, "a handler raised a second round of events");
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);

        // Still inside the turn, so that what is told afterwards is told in the order of the changes; first, who has become another.
        foreach (var happened in db.TakeMembersWritten().Concat(events))
            await dispatcher.AfterCommit(happened);
        return result;
    }
}
