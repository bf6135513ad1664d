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
        var command = new Command("restore", "Puts a backup in the place of the database; the one before stays beside it as .before-restore. The community must not be running.") { file, yes };
        command.SetAction(async (parsed, cancel) =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(file));
            if (!File.Exists(path))
                throw new Refusal($"There is no file {path}.");
            if (!parsed.GetValue(yes))
                throw new Refusal($"This replaces {settings.Database} by {path}; say --yes to go on.");
            PrivateFiles.Folder(settings.DataDirectory);
            await using var services = Services.Build(settings);
            try
            {
                await services.GetRequiredService<IDatabaseProvider>().Restore(path, cancel);
            }
            catch (InvalidDataException damaged)
            {
                throw new Refusal($"{path} was not restored: {damaged.Message}");
            }

            Console.WriteLine($"{settings.Database} is what {path} holds.");
            return 0;
        });
        return command;
    }
}
