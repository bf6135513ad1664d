using Community.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace Community.Postgres;

/// <summary>Binary COPY of rows as the model maps them.</summary>
internal static class PostgresBulk
{
    public static async Task Insert<T>(CommunityDb db, IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class
    {
        if (rows.Count == 0)
            return;
        var (table, columns) = StoredColumns.Of<T>(db.Model);
        var types = columns.Select(column => (NpgsqlDbType)((NpgsqlParameter)column.Mapping.CreateParameter(db.Database.GetDbConnection().CreateCommand(), "p", null)).NpgsqlDbType).ToList();

        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var writer = await connection.BeginBinaryImportAsync(
            $"COPY \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) FROM STDIN (FORMAT BINARY)", cancel);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancel);
            for (var i = 0; i < columns.Count; i++)
            {
                if (columns[i].Value(row) is { } value)
                    await writer.WriteAsync(value is string text ? TextThatIsStored.Whole(text) : value, types[i], cancel);
                else
                    await writer.WriteNullAsync(cancel);
            }
        }

        await writer.CompleteAsync(cancel);
        await writer.DisposeAsync();
        await CountOn<T>(db, table, cancel);
    }

    // Numbers that the database gives out itself go on after those that were brought along.
    private static async Task CountOn<T>(CommunityDb db, string table, CancellationToken cancel)
    {
        var numbered = db.Model.FindEntityType(typeof(T))!.FindPrimaryKey()!.Properties
            .FirstOrDefault(property => property.ValueGenerated == ValueGenerated.OnAdd && (property.ClrType == typeof(int) || property.ClrType == typeof(long)));
        if (numbered is null)
            return;
        var column = numbered.GetColumnName();
        await using var command = new NpgsqlCommand($"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), max({column})) FROM {table}", (NpgsqlConnection)db.Database.GetDbConnection());
        await command.ExecuteNonQueryAsync(cancel);
    }
}
