using System.CommandLine;
using Community.Cli.Hosting;
using Community.Cli.Progress;
using Community.Data;
using Community.Data.Moving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Cli.Verbs;

internal static class MigrateStoreVerb
{
    public static Command Make(Settings settings)
    {
        var to = new Option<string>("--to") { Description = "The engine to move to.", Required = true };
        to.AcceptOnlyFromAmong("postgres");
        var connection = new Argument<string?>("connection")
        {
            Description = "Where to, such as \"Host=db;Database=community;Username=community;Password=…\"; without it, the setting Database:ConnectionString, which as an environment variable keeps the password out of the list of processes.",
            DefaultValueFactory = _ => null,
        };
        var afresh = new Option<bool>("--afresh") { Description = "Empties the target first, where a run that did not come to its end left something there." };
        var command = new Command(
            "migrate-store",
            "Moves the community out of its SQLite file into an empty database of PostgreSQL, made where there is none, and compares the two. The file stays as it is. "
            + "An interrupted run is gone on with by running it again. Meanwhile members can read, but what they write fails after half a minute: the community is best stopped. "
            + "Who visited today, kept as hashes until the day is over, is left behind.")
        { connection, to, afresh };
        command.SetAction(async (parsed, cancel) =>
        {
            if (settings.Database.IsPostgres)
                throw new Refusal($"The community is on PostgreSQL already; for the one in {settings.DatabaseFile} add --Database:Provider=Sqlite.");
            var target = settings.On(new DatabaseSettings { Provider = DatabaseSettings.Postgres, ConnectionString = parsed.GetValue(connection) ?? settings.Database.ConnectionString });
            await using var source = await Services.Open(settings, cancel);
            await using var services = Services.Build(target);
            var move = new MoveStore(StoreOf(source), StoreOf(services), services.GetRequiredService<TimeProvider>(), services.GetRequiredService<Ids>());
            var moved = await move.Run(new MoveStore.Input(parsed.GetValue(afresh), settings.KeysFolder, (what, work) => WorkBar.Show(what, "rows", work)), cancel);
            return await Tell(moved, source, services, target, cancel);
        });
        return command;
    }

    private static Store StoreOf(IServiceProvider services) =>
        new(services.GetRequiredService<CommunityData>(), services.GetRequiredService<IDatabaseProvider>(), services.GetRequiredService<IDbContextFactory<CommunityDb>>());

    private static async Task<int> Tell(MoveStore.Moved moved, IServiceProvider source, IServiceProvider target, Settings settings, CancellationToken cancel)
    {
        var (from, to) = (source.GetRequiredService<IDatabaseProvider>().Place, target.GetRequiredService<IDatabaseProvider>().Place);
        Verification.Tell(moved.Tables);
        if (moved.Differences.Count > 0)
        {
            foreach (var difference in moved.Differences)
                Console.WriteLine(difference);
            throw new Refusal($"{to} is not the same as {from}{(moved.Resumed ? ", which was written to since the move began" : "")}; run it again with --afresh.");
        }

        Console.WriteLine(FormattableString.Invariant($"The same in {from} and {to}: {moved.Tables.Sum(table => table.Rows):N0} rows in {moved.Tables.Count} tables. The keys of cookies and links came along ({moved.Keys}), who visited today did not."));
        await File.WriteAllTextAsync(MovedFile.Beside(settings.DatabaseFile), FormattableString.Invariant($"{source.GetRequiredService<TimeProvider>().GetUtcNow():u} {to}{Environment.NewLine}"), cancel);
        var wrong = 0;
        foreach (var (place, services) in new[] { (from, source), (to, target) })
        {
            Console.WriteLine($"{place}:");
            wrong += await Verification.Run(services, cancel);
        }

        Console.WriteLine($"""
            What is written to {from} from now on stays there, and no erasure reaches it: remove it once the move has proved itself. Keep the data directory's other files, and start the community with
              {DatabaseSettings.Section}:Provider={DatabaseSettings.Postgres}
              {DatabaseSettings.Section}:ConnectionString={settings.ConnectionWithoutPassword}
            and the password, where there is one.
            """);
        return wrong == 0 ? 0 : 1;
    }
}
