using System.CommandLine;
using Community.Cli.Hosting;

namespace Community.Cli.Verbs;

internal static class MigrateVerb
{
    public static Command Make(Settings settings)
    {
        var command = new Command("migrate", "Makes the database, or brings it up to date with this program.");
        command.SetAction(async (_, cancel) =>
        {
            var (applied, place) = await Services.Migrate(settings, cancel);
            Console.WriteLine(applied == 0 ? $"{place} is up to date." : $"{place}: {applied} migration{(applied == 1 ? "" : "s")} applied.");
            return 0;
        });
        return command;
    }
}
