using Community.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Community.Sqlite;

/// <summary>One prepared statement for all rows, as the model maps them: several times the rate of tracked inserts.</summary>
internal static class SqliteBulk
{
    public static async Task Insert<T>(CommunityDb db, IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class
    {
        if (rows.Count == 0)
            return;
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new ArgumentException($"{typeof(T).Name} is no entity.", nameof(rows));
        var columns = Columns(entity, row => row).ToList();

        await using var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText =
            $"INSERT INTO \"{entity.GetTableName()}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => "$" + i))})";
        foreach (var i in Enumerable.Range(0, columns.Count))
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i });
        await command.PrepareAsync(cancel);

        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            for (var i = 0; i < columns.Count; i++)
                command.Parameters[i].Value = columns[i].Value(row) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static IEnumerable<Column> Columns(ITypeBase type, Func<object, object?> holder)
    {
        foreach (var property in type.GetProperties())
        {
            var read = property.PropertyInfo ?? throw new NotSupportedException($"{property.Name} has no property to read.");
            var converter = property.GetTypeMapping().Converter;
            yield return new Column(property.GetColumnName(), row =>
            {
                var value = read.GetValue(holder(row));
                return converter is null || value is null ? value : converter.ConvertToProvider(value);
            });
        }

        foreach (var part in type.GetComplexProperties())
        {
            foreach (var column in Columns(part.ComplexType, row => part.PropertyInfo!.GetValue(holder(row))))
                yield return column;
        }
    }

    private sealed record Column(string Name, Func<object, object?> Value);
}
