using System.CommandLine;
using System.CommandLine.Invocation;
using System.Data.Common;
using Community.Cli.Verbs;
using Community.Data;
using Community.Data.Moving;
using Community.Imports;

namespace Community.Cli.Hosting;

/// <summary>The operator's tool: one verb, done or refused with one sentence.</summary>
internal static class Tool
{
    private const int Refused = 1;
    private const int Interrupted = 130;
    private const string Trace = "COMMUNITY_TRACE";

    public static async Task<int> Run(string[] args)
    {
        var settings = Settings.Read(args, out var verb);
        var root = new RootCommand("The operator's tool of a community. Settings are those of the web host, given as arguments or as environment variables.")
        {
            // Settings are taken before the verb is read; this is for every verb's help.
            new Option<string>(Settings.DataDirectoryArgument) { Description = $"The data directory; also the environment variable {Settings.DataDirectoryVariable}. [default: {settings.DataDirectory}]", HelpName = "FOLDER", Recursive = true },
            MigrateVerb.Make(settings),
            DemoVerb.Make(settings),
            ImportVerb.Make(settings),
            StatusVerb.Make(settings),
            TokenVerb.Make(settings),
            BackupVerb.Make(settings),
            RestoreVerb.Make(settings),
            VerifyVerb.Make(settings),
            MigrateStoreVerb.Make(settings),
            ReindexVerb.Make(settings),
        };
        var parsed = root.Parse(verb);
        if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
            return Tell(parsed.UnmatchedTokens.Count > 0 ? $"Nothing is known by the name of {parsed.UnmatchedTokens[0]}; see --help." : $"{parsed.Errors[0].Message.ReplaceLineEndings(" ")} See --help.");
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception failure) when (failure is Refusal or RefusedImportException or RefusedMoveException)
        {
            return Tell(failure.Message);
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return Interrupted;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Tell(failure.Message.ReplaceLineEndings(" "));
        }
        catch (Exception failure) when (failure.IsOfDatabase())
        {
            return Tell(failure.Reason() + Hint(failure));
        }
        catch (Exception failure) when (Environment.GetEnvironmentVariable(Trace) is null)
        {
            return Tell($"This should not have happened: {failure.Message.ReplaceLineEndings(" ")} Set {Trace}=1 to see where.");
        }
    }

    // What the operator can do about it is not in the server's own words.
    private static string Hint(Exception failure) =>
        failure is DbException { SqlState: "42501" } && failure.Message.Contains("create database", StringComparison.OrdinalIgnoreCase)
            ? " Whoever runs the server makes it: CREATE DATABASE community OWNER community;"
            : "";

    private static int Tell(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return Refused;
    }
}
