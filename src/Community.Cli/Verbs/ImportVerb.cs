using System.CommandLine;
using Community.Cli.Hosting;
using Community.Forums;
using Community.Imports;
using Community.Imports.Discourse;
using Community.Imports.StackExchange;
using Community.Imports.Threads;
using Community.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Cli.Verbs;

internal static class ImportVerb
{
    private const string Promise = "A run that was cut short is finished by the next; nothing is added twice.";

    public static Command Make(Settings settings) => new("import", "Brings in what another system exported, into a community that is there: make it with migrate.")
    {
        Discourse(settings),
        StackExchange(settings),
        Threads(settings),
    };

    private static Command Discourse(Settings settings)
    {
        var folder = new Argument<string>("folder") { Description = "Holds topics.jsonl and posts.jsonl (either may end in .gz), documents as /t/ID.json gives them, or both; beside them users.jsonl with username, name and email, where members shall be claimed by their old address." };
        var source = new Option<string?>("--source") { Description = "A name that tells this community's exports from others; by default the folder's name." };
        var command = new Command("discourse", "Brings in an export of Discourse. " + Promise) { folder, source };
        command.SetAction((parsed, cancel) => RunImport.With(
            settings,
            (services, report, progress) => services.GetRequiredService<ImportDiscourse>().Run(new DiscourseInput(parsed.GetRequiredValue(folder), parsed.GetValue(source), report), progress, cancel),
            cancel));
        return command;
    }

    private static Command StackExchange(Settings settings)
    {
        var file = new Argument<string>("file") { Description = "Rows of questions and answers, one a line (.jsonl or .jsonl.gz): id, type, parent, accepted_answer, created_at, user, score, title, tags, closed_at, html." };
        var source = new Option<string?>("--source") { Description = "Tells this site from others, and names its forum where --forum-name does not; by default the file's name." };
        var site = new Option<string?>("--site") { Description = "The site's address, such as https://coffee.stackexchange.com: relative links lead there, and each topic ends with a link to its original, as the licence asks. Give it with the first run: what is here already stays as it is." };
        var (forumName, audience) = (ForumName(), ReadBy());
        var users = new Option<string?>("--users") { Description = "Rows of users with id, name and email: whoever proves the address can claim the member. Matched by id where every post gives its author by number (4, se_user_4), else by name; a name of several users is nobody's. Only a keyed hash of it is kept." };
        var command = new Command(
            "stackexchange",
            "Brings in questions and answers of Stack Exchange: questions as topics, answers as replies in the order of their dates, accepted ones as solutions. Scores above zero become reactions without a person; "
            + "scores below zero and tag wikis are counted and left out, views and favourites ignored. " + Promise) { file, source, site, users, forumName, audience };
        command.SetAction((parsed, cancel) => RunImport.With(
            settings,
            (services, report, progress) => services.GetRequiredService<ImportStackExchange>().Run(
                new StackExchangeInput(parsed.GetRequiredValue(file), parsed.GetValue(source), Address(parsed.GetValue(site)), parsed.GetValue(users), report) { Forum = Chosen(parsed, forumName, audience) }, progress, cancel),
            cancel));
        return command;
    }

    private static Command Threads(Settings settings)
    {
        var file = new Argument<string>("file") { Description = "Threads of a bulletin board, one a line (.jsonl or .jsonl.gz): id, posts with n, speaker and text; title and created_at where they are known." };
        var source = new Option<string?>("--source") { Description = "Tells this board from others, and names its forum where --forum-name does not; by default the file's name." };
        var (forumName, audience) = (ForumName(), ReadBy());
        var command = new Command(
            "threads",
            "Brings in threads of plain text whose speakers are anonymous. The first speaker of each thread becomes 名無しさん A, the second 名無しさん B and so on: "
            + "who they were is not kept, and nobody can claim them. A missing title is the first 40 characters; a missing date is the day of the import, and readers see that it is not known. " + Promise) { file, source, forumName, audience };
        command.SetAction((parsed, cancel) => RunImport.With(
            settings,
            (services, report, progress) => services.GetRequiredService<ImportThreads>().Run(
                new ThreadsInput(parsed.GetRequiredValue(file), parsed.GetValue(source), report) { Forum = Chosen(parsed, forumName, audience) }, progress, cancel),
            cancel));
        return command;
    }

    private static Option<string?> ForumName() => new("--forum-name") { Description = "What the forum is called that the topics come into; by default like the source. A forum of an earlier run stays as it is." };

    private static Option<string> ReadBy()
    {
        var audience = new Option<string>("--audience") { Description = "Who reads that forum, and writes in it (everyone: members write).", DefaultValueFactory = _ => Audience.Everyone };
        audience.AcceptOnlyFromAmong([.. ForumSettings.ReadAudiences]);
        return audience;
    }

    private static ForumChoice Chosen(ParseResult parsed, Option<string?> name, Option<string> audience) => parsed.GetValue(name)?.Trim() switch
    {
        { Length: 0 or > ForumSettings.MaxName } => throw new Refusal($"A forum's name has 1 to {ForumSettings.MaxName} characters."),
        var chosen => new ForumChoice(chosen, parsed.GetRequiredValue(audience)),
    };

    private static Uri? Address(string? site)
    {
        if (site is null)
            return null;
        return Uri.TryCreate(site, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : throw new Refusal($"{site} is no address of a site; give one like https://coffee.stackexchange.com.");
    }
}
