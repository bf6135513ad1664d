using System.CommandLine;
using Community.Cli.Hosting;
using Community.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Cli.Verbs;

internal static class VerifyVerb
{
    public static Command Make(Settings settings)
    {
        var command = new Command("verify", "Recomputes every counter and ledger and tells where one differs; exits with 1 where any does.");
        command.SetAction(async (_, cancel) =>
        {
            await using var services = await Services.Open(settings, cancel);
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

            return found == 0 ? 0 : 1;
        });
        return command;
    }
}
