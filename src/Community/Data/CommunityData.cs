using System.Diagnostics;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Data;

/// <summary>The two ways to the database: a read without tracking, and an act that writes whole or not at all.</summary>
public sealed class CommunityData(
    IDbContextFactory<CommunityDb> contexts, IDatabaseProvider provider, EventDispatcher dispatcher, NodeSignals signals)
{
    // Each try begins after whoever it yielded to is done; more in a row than this is no coincidence.
    private const int Tries = 8;

    public async Task<T> Read<T>(Func<CommunityDb, Task<T>> read, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await read(db);
    }

    /// <summary>
    /// Runs an act while nobody else writes. The reads that decide belong inside. A problem rolls everything back; a value
    /// commits what was changed together with what the handlers of the raised events add.
    /// </summary>
    public Task<Result<T>> Write<T>(Func<CommunityDb, Task<Result<T>>> act, CancellationToken cancel = default) => Write(act, alone: true, cancel);

    /// <summary>
    /// The same beside others, where the engine lets several write: the act holds the rows that it and the handlers of its events
    /// decide on (<see cref="CommunityDb.Hold"/>) before it reads anything of them, members first, then discussions, then
    /// forums. It may run more than once.
    /// </summary>
    public async Task<Result<T>> WriteBeside<T>(Func<CommunityDb, Task<Result<T>>> act, CancellationToken cancel = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Write(act, alone: false, cancel);
            }
            catch (Exception failure) when (attempt < Tries && provider.IsYielded(failure))
            {
            }
        }
    }

    private async Task<Result<T>> Write<T>(Func<CommunityDb, Task<Result<T>>> act, bool alone, CancellationToken cancel)
    {
        using var turn = await provider.EnterWrite(cancel);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await provider.BeginWrite(db, alone, cancel);
        // An act that fails in the middle fails whole: there is nowhere to go back to.
        db.Database.AutoSavepointsEnabled = false;

        var result = await act(db);
        if (!result.Ok)
            return result;

        var events = db.TakeEvents();
        foreach (var happened in events)
            await dispatcher.InTransaction(happened, db, cancel);
        Debug.Assert(db.TakeEvents().Count == 0, "a handler raised a second round of events");
        await db.SaveChangesAsync(cancel);
        await signals.Send(db, events, cancel);
        await transaction.CommitAsync(CancellationToken.None);

        // Where there is one writer at a time still inside its turn, so that what is told afterwards is told in the order of
        // the changes; first, who has become another.
        foreach (var happened in db.TakeMembersWritten().Concat(events))
            await dispatcher.AfterCommit(happened);
        return result;
    }
}
