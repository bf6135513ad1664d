using System.Globalization;
using Community.Cli.Progress;
using Community.Data;
using Community.Data.Moving;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Cli.Verbs;

/// <summary>Looks whether a database is right, and tells.</summary>
internal static class Verification
{
    /// <returns>How much differs.</returns>
    public static async Task<int> Run(IServiceProvider services, CancellationToken cancel)
    {
        var data = services.GetRequiredService<CommunityData>();
        var found = 0;
        foreach (var verifier in services.GetServices<IVerify>())
        {
            var differences = await data.Read(db => verifier.Check(db, cancel), cancel);
            foreach (var difference in differences)
                Console.WriteLine($"{verifier.Name}: {difference}");
            if (differences.Count == 0)
                Console.WriteLine($"{verifier.Name}: right");
            found += differences.Count;
        }

        return found;
    }

    public static Task<IReadOnlyList<TableHash>> Hashes(IServiceProvider services, CancellationToken cancel) =>
        WorkBar.Show("Hashing", "rows", tell => services.GetRequiredService<CommunityData>().Read(db => TableHashes.Of(db, tell, cancel), cancel));

    public static void Tell(IEnumerable<TableHash> tables)
    {
        foreach (var table in tables.OrderBy(table => table.Table, StringComparer.Ordinal))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table.Table,-24}{table.Rows,14:N0}  {table.Hash}"));
    }
}
