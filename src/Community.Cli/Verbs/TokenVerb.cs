using System.CommandLine;
using Community.Cli.Hosting;
using Community.Members;
using Community.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Cli.Verbs;

internal static class TokenVerb
{
    public static Command Make(Settings settings)
    {
        var handle = new Argument<string>("handle") { Description = "The member that the token acts for." };
        var scope = new Option<string>("--scope") { Description = "What it may do.", Required = true };
        scope.AcceptOnlyFromAmong([.. Enum.GetNames<TokenScope>().Select(s => s.ToLowerInvariant())]);
        var command = new Command("token", "Makes a token for the API and prints it, alone on its line; it is shown this once.") { handle, scope };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = await Services.Open(settings, cancel);
            var (name, wanted) = (parsed.GetRequiredValue(handle), Enum.Parse<TokenScope>(parsed.GetRequiredValue(scope), ignoreCase: true));
            var made = await services.GetRequiredService<CreateToken>().Run(Actor.System, new CreateToken.Input(name, "community token", wanted), cancel);
            if (made.Problem is { } problem)
                throw new Refusal(problem.Kind switch
                {
                    ProblemKind.NotFound => $"There is no member {name}.",
                    ProblemKind.Forbidden => $"{name} is not of the staff, so there is no staff token for them.",
                    _ => $"No token was made: {problem.Code}.",
                });
            Console.WriteLine(made.Value!.Token);
            return 0;
        });
        return command;
    }
}
