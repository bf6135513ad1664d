using System.CommandLine;
using Community.Cli.Hosting;

namespace Community.Cli.Verbs;

internal static class VerifyVerb
{
    public static Command Make(Settings settings)
    {
        var hashes = new Option<bool>("--hashes") { Description = "Also lists for each table how many rows it has and a hash over them, the same on every engine: two databases with the same lists hold the same." };
        var command = new Command("verify", "Recomputes every counter and ledger and tells where one differs; exits with 1 where any does.") { hashes };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = await Services.Open(settings, cancel);
            if (parsed.GetValue(hashes))
                Verification.Tell(await Verification.Hashes(services, cancel));
            return await Verification.Run(services, cancel) == 0 ? 0 : 1;
        });
        return command;
    }
}
