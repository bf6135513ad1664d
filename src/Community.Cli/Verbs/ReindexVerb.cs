using System.CommandLine;
using System.Globalization;
using Community.Cli.Hosting;
using Community.Cli.Progress;
using Community.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Cli.Verbs;

internal static class ReindexVerb
{
    public static Command Make(Settings settings)
    {
        var command = new Command("reindex", "Makes the index of the search anew, while search goes on answering. Stopped, it can be run again.");
        command.SetAction(async (_, cancel) =>
        {
            await using var services = await Services.Open(settings, cancel);
            var entries = await WorkBar.Show("Indexing", "entries", tell => services.GetRequiredService<Reindex>().Run(tell, cancel))
                ?? throw new Refusal("Another process is making the index anew; wait until it is done.");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{entries:N0} entries."));
            return 0;
        });
        return command;
    }
}
