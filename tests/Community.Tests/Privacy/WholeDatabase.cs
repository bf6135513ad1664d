using Community.Data;
using Community.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Privacy;

/// <summary>Reads every column of every table as text, whatever the product thinks is in it.</summary>
internal static class WholeDatabase
{
    public static async Task<List<string>> Search(TestCommunity community, params string[] words)
    {
        await using var db = await community.Get<IDbContextFactory<CommunityDb>>().CreateDbContextAsync();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await connection.OpenAsync();
        var found = new List<string>();
        foreach (var table in await Column(connection, "SELECT name FROM sqlite_master WHERE type = 'table'"))
        {
            foreach (var column in await Column(connection, $"SELECT name FROM pragma_table_info('{table}')"))
            {
                var texts = await Column(connection, $"SELECT CAST(\"{column}\" AS TEXT) FROM \"{table}\" WHERE \"{column}\" IS NOT NULL");
                found.AddRange(from text in texts from word in words where text.Contains(word, StringComparison.OrdinalIgnoreCase) select $"{table}.{column}: {text}");
            }
        }

        return found;
    }

    private static async Task<List<string>> Column(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
