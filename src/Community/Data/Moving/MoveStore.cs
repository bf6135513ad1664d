using System.Data.Common;

namespace Community.Data.Moving;

/// <summary>
/// Moves a community from one database into another, empty one, and compares the two. A run that was interrupted is gone on
/// with by the next. Meanwhile the source can be read but not written.
/// </summary>
public sealed class MoveStore(Store source, Store target, TimeProvider time, Ids ids)
{
    // Class 23 of the SQL standard: integrity constraint violation.
    private const string Integrity = "23";

    private readonly MoveTarget place = new(target, source.Place, time, ids);

    /// <param name="Afresh">Empties the target first of what a run left there that did not come to its end.</param>
    /// <param name="KeysFolder">Where the keys of cookies and links are, as files.</param>
    /// <param name="Show">Runs a piece of work under a name; it tells how many rows are done and how many there are.</param>
    public sealed record Input(bool Afresh, string KeysFolder, Func<string, Func<Action<long, long>, Task<IReadOnlyList<TableHash>>>, Task<IReadOnlyList<TableHash>>> Show);

    /// <param name="Resumed">An earlier run had begun it.</param>
    /// <param name="Differences">Empty where both sides are the same.</param>
    public sealed record Moved(bool Resumed, IReadOnlyList<TableHash> Tables, IReadOnlyList<string> Differences, int Keys);

    public async Task<Moved> Run(Input input, CancellationToken cancel)
    {
        var held = false;
        try
        {
            // A write that writes nothing: all others wait until it ends.
            var moved = await source.Data.Write<Moved>(
                async db =>
                {
                    held = true;
                    return await WhileHeld(db, input, cancel);
                },
                cancel);
            return moved.Value!;
        }
        catch (DbException busy) when (!held)
        {
            throw new RefusedMoveException($"Somebody else goes on writing to {source.Place}, perhaps another run of this; try again when they are done.", busy);
        }
    }

    private async Task<Moved> WhileHeld(CommunityDb from, Input input, CancellationToken cancel)
    {
        var resumed = await place.Prepare(input.Afresh, cancel);
        await input.Show("Moving", async tell =>
        {
            await Copy(from, resumed, tell, cancel);
            return [];
        });
        var keys = await CarriedKeys.Into(target, input.KeysFolder, ids, cancel);

        var here = await input.Show("Comparing: source", tell => TableHashes.Of(from, tell, cancel));
        var there = await input.Show("Comparing: target", tell => target.Data.Read(db => TableHashes.Of(db, tell, cancel), cancel));
        var differences = TableHashes.Differences(here, there);
        if (differences.Count == 0)
            await place.Finish(cancel);
        return new Moved(resumed, there, differences, keys);
    }

    private async Task Copy(CommunityDb from, bool resumed, Action<long, long> tell, CancellationToken cancel)
    {
        var tables = StoredTable.All(from.Model);
        var (done, total) = (0L, 0L);
        var there = new Dictionary<StoredTable, long>();
        foreach (var table in tables)
        {
            total += await table.Count(from, cancel);
            done += there[table] = await target.Data.Read(db => table.Count(db, cancel), cancel);
        }

        foreach (var table in tables)
        {
            try
            {
                await table.Copy(from, target, there[table], rows => tell(done += rows, total), cancel);
            }
            catch (DbException misfit) when (resumed && misfit.SqlState?.StartsWith(Integrity, StringComparison.Ordinal) == true)
            {
                throw new RefusedMoveException($"What is left of {table.Name} does not fit to what is in {target.Place}: {source.Place} was written to since the move began. Run it again with --afresh.", misfit);
            }
        }
    }
}
