using System.CommandLine;
using System.Security.Cryptography;
using Community.Cli.Demo;
using Community.Cli.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Cli.Verbs;

internal static class DemoVerb
{
    // Without the letters and digits that are taken for one another.
    private const string Letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private const int PasswordLength = 16;

    public static Command Make(Settings settings)
    {
        var email = new Option<string>("--email") { Description = "The address that the owner signs in with.", DefaultValueFactory = _ => "owner@example.com" };
        var password = new Option<string?>("--password") { Description = "The owner's password; without it one is made and printed once." };
        var command = new Command("demo", "Fills an empty database with the community of a brand that does not exist.") { email, password };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = await Services.OpenOrCreate(settings, cancel);
            var secret = parsed.GetValue(password) ?? RandomNumberGenerator.GetString(Letters, PasswordLength);
            var fill = ActivatorUtilities.CreateInstance<FillDemo>(services);
            var filled = await fill.Run(new FillDemo.Input(parsed.GetRequiredValue(email), secret), cancel);
            Console.WriteLine($"{filled.Members} members, {filled.Topics} topics, {filled.Ideas} ideas and {filled.Posts} posts of {FillDemo.Brand}.");
            Console.WriteLine($"Owner: {parsed.GetRequiredValue(email)} (@{FillDemo.OwnerHandle}){(parsed.GetValue(password) is null ? $", password {secret}" : "")}");
            return 0;
        });
        return command;
    }
}
