using System.CommandLine;
using System.Globalization;
using Community.Cli.Hosting;
using Community.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Cli.Verbs;

internal static class BackupVerb
{
    public static Command Make(Settings settings)
    {
        var file = new Argument<string>("file") { Description = "The file to write; it must not exist." };
        var command = new Command("backup", "Copies the database while the community runs, and checks the copy.") { file };
        command.SetAction(async (parsed, cancel) =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(file));
            if (!Directory.Exists(Path.GetDirectoryName(path)))
                throw new Refusal($"There is no folder {Path.GetDirectoryName(path)}.");
            if (Path.Exists(path))
                throw new Refusal($"{path} exists already; a backup never overwrites.");
            await using var services = await Services.Open(settings, cancel);
            await services.GetRequiredService<IDatabaseProvider>().Backup(path, cancel);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {new FileInfo(path).Length:N0} bytes, checked."));
            Console.WriteLine("Keep the folder keys of the data directory with it: addresses and names of former members are known by it.");
            if (settings.Database.IsPostgres)
                Console.WriteLine("Whoever has the copy can sign in as anybody: it holds the keys that cookies are signed with.");
            return 0;
        });
        return command;
    }
}
