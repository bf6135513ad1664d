using System.Linq.Expressions;
using Community.Discussions.Seen;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Community.Data.Moving;

/// <summary>A table of the model as a whole: counted, copied and hashed in the order of its key, whatever stands in it.</summary>
public abstract class StoredTable(string name)
{
    // Who visited today is forgotten with the day. Keys are kept in files where one process has the database to itself, and
    // of moves only the target tells.
    private static readonly HashSet<Type> LeftOut = [typeof(SeenVisitor), typeof(SeenSalt), typeof(ProtectionKey), typeof(StoreMove)];

    public string Name => name;

    /// <summary>Every table that is moved and compared, those that are referred to before those that refer.</summary>
    public static IReadOnlyList<StoredTable> All(IModel model)
    {
        var waiting = model.GetEntityTypes().Where(entity => !LeftOut.Contains(entity.ClrType)).OrderBy(entity => entity.GetTableName(), StringComparer.Ordinal).ToList();
        var tables = new List<StoredTable>();
        while (waiting.Count > 0)
        {
            var ready = waiting.FindAll(entity => entity.GetForeignKeys().All(reference => reference.PrincipalEntityType == entity || !waiting.Contains(reference.PrincipalEntityType)));
            if (ready.Count == 0)
                throw new NotSupportedException("Tables refer to one another in a circle.");
            tables.AddRange(ready.Select(entity => (StoredTable)Activator.CreateInstance(typeof(StoredTable<>).MakeGenericType(entity.ClrType), entity)!));
            waiting.RemoveAll(ready.Contains);
        }

        return tables;
    }

    public abstract Task<long> Count(CommunityDb db, CancellationToken cancel);

    /// <summary>Adds the rows that come after as many as the target has, a few thousand in each write.</summary>
    /// <param name="copied">Hears how many were added, after each write.</param>
    internal abstract Task Copy(CommunityDb from, Store target, long after, Action<long> copied, CancellationToken cancel);

    /// <param name="read">Hears how many were read, now and then.</param>
    internal abstract Task<TableHash> Hash(CommunityDb db, Action<long> read, CancellationToken cancel);
}

internal sealed class StoredTable<T>(IEntityType entity) : StoredTable(entity.GetTableName()!)
    where T : class
{
    private const int BatchSize = 2_000;

    // What a row refers to must come in the same write or before it, and a parent may be the younger one. Such tables are small.
    private readonly int batchSize = entity.GetForeignKeys().Any(reference => reference.PrincipalEntityType == entity) ? int.MaxValue : BatchSize;

    public override Task<long> Count(CommunityDb db, CancellationToken cancel) => db.Set<T>().LongCountAsync(cancel);

    internal override async Task Copy(CommunityDb from, Store target, long after, Action<long> copied, CancellationToken cancel)
    {
        var batch = new List<T>();
        await foreach (var row in InOrder(from).Skip((int)after).AsAsyncEnumerable().WithCancellation(cancel))
        {
            batch.Add(row);
            if (batch.Count >= batchSize)
                await Write();
        }

        if (batch.Count > 0)
            await Write();

        async Task Write()
        {
            await target.Data.Write<Shared.Done>(
                async db =>
                {
                    await target.Provider.BulkInsert(db, batch, cancel);
                    return Shared.Done.Yes;
                },
                cancel);
            copied(batch.Count);
            batch.Clear();
        }
    }

    internal override async Task<TableHash> Hash(CommunityDb db, Action<long> read, CancellationToken cancel)
    {
        var columns = StoredColumns.Of<T>(db.Model).Columns.OrderBy(column => column.Name, StringComparer.Ordinal).ToList();
        using var hash = new RowsHash();
        var rows = 0L;
        await foreach (var row in InOrder(db).AsAsyncEnumerable().WithCancellation(cancel))
        {
            foreach (var column in columns)
                hash.Add(column.Value(row));
            if (++rows % BatchSize == 0)
                read(BatchSize);
        }

        read(rows % BatchSize);
        return new TableHash(Name, rows, hash.Done());
    }

    private static IQueryable<T> InOrder(CommunityDb db)
    {
        var rows = db.Set<T>().AsNoTracking();
        var step = nameof(Queryable.OrderBy);
        foreach (var part in db.Model.FindEntityType(typeof(T))!.FindPrimaryKey()!.Properties)
        {
            var row = Expression.Parameter(typeof(T));
            var key = Expression.Lambda(Expression.Property(row, part.PropertyInfo!), row);
            rows = rows.Provider.CreateQuery<T>(Expression.Call(typeof(Queryable), step, [typeof(T), part.ClrType], rows.Expression, Expression.Quote(key)));
            step = nameof(Queryable.ThenBy);
        }

        return rows;
    }
}
