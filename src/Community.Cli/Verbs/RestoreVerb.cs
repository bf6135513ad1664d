using System.CommandLine;
using Community.Cli.Hosting;
using Community.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Cli.Verbs;

internal static class RestoreVerb
{
    public static Command Make(Settings settings)
    {
        var file = new Argument<string>("file") { Description = "What backup wrote." };
        var yes = new Option<bool>("--yes") { Description = "Says that the present database may be replaced." };
        var command = new Command("restore", "Puts a backup in the place of the database; the one before stays beside it: a file .before-restore, with PostgreSQL a schema before_restore. The community must not be running.") { file, yes };
        command.SetAction(async (parsed, cancel) =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(file));
            if (!File.Exists(path))
                throw new Refusal($"There is no file {path}.");
            await using var services = Services.Build(settings);
            var provider = services.GetRequiredService<IDatabaseProvider>();
            if (!parsed.GetValue(yes))
                throw new Refusal($"This replaces {provider.Place} by {path}; say --yes to go on.");
            PrivateFiles.Folder(settings.DataDirectory);
            try
            {
                await provider.Restore(path, cancel);
            }
            catch (InvalidDataException damaged)
            {
                throw new Refusal($"{path} was not restored: {damaged.Message}");
            }

            Console.WriteLine($"{provider.Place} is what {path} holds. What was there before is kept beside it, and no erasure reaches it: remove it once it is not needed.");
            return 0;
        });
        return command;
    }
}
