using Community.Testing;
using Community.Tests.Support;

namespace Community.Tests.Privacy;

/// <summary>Reads every column of every table as text, whatever the product thinks is in it.</summary>
internal static class WholeDatabase
{
    private static readonly string Columns = TestDatabase.IsPostgres
        ? "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
        : "SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'";

    public static async Task<List<string>> Search(TestCommunity community, params string[] words)
    {
        var found = new List<string>();
        foreach (var place in await community.Database.Query(Columns))
        {
            var (table, column) = ((string)place[0]!, (string)place[1]!);
            var texts = (await community.Database.Query($"SELECT CAST(\"{column}\" AS TEXT) FROM \"{table}\" WHERE \"{column}\" IS NOT NULL")).Select(row => (string)row[0]!);
            found.AddRange(from text in texts from word in words where text.Contains(word, StringComparison.OrdinalIgnoreCase) select $"{table}.{column}: {text}");
        }

        return found;
    }
}
