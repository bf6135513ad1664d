using System.Globalization;
using Community.Data;
using Community.Members;

namespace Community.Imports.StackExchange;

/// <param name="File">Rows of questions, answers and tag wikis, one a line.</param>
/// <param name="Source">Tells this site from others and names its forum; the file's name where it is null.</param>
/// <param name="Site">The site's address: relative links lead there, and each question to its original.</param>
/// <param name="Users">Rows of users with id, name and e-mail address; null where there are none.</param>
/// <param name="Report">Told of each row that is left out.</param>
public sealed record StackExchangeInput(string File, string? Source, Uri? Site, string? Users, Action<RowProblem> Report)
{
    public ForumChoice Forum { get; init; } = new();
}

/// <summary>Brings in the questions and answers of a Stack Exchange site: all of it is checked first, then whole topics are written.</summary>
public sealed class ImportStackExchange(CommunityData data, IDatabaseProvider provider, Ids ids, TimeProvider time, KeyedHash hash)
{
    private readonly BringIn bringIn = new(data, provider, ids, time, hash);

    /// <exception cref="RefusedImportException">The input is not such a file; nothing was written.</exception>
    public async Task<ImportSummary> Run(StackExchangeInput input, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var skipped = 0;
        void Report(RowProblem problem)
        {
            skipped += problem.IsLeftOut ? 1 : 0;
            input.Report(problem);
        }

        var source = input.Source ?? SourceFile.NameOf(input.File);
        using var questions = await Task.Run(() => new ReadQuestions(SourceFile.Existing(input.File), Report, progress, cancel).Run(), cancel);
        if (input.Users is { } users)
            AuthorKeys.Users(questions.Authors, hash).Read(SourceFile.Existing(users), Report, cancel);
        var topics = new QuestionTopics(questions, source, input.Site, input.Forum, ids);
        var summary = await bringIn.Run(topics, ImportedNames.StackExchange + source, () => skipped, progress, cancel);
        return summary with { LeftOut = LeftOut(questions) };
    }

    private static List<string> LeftOut(StackQuestions questions)
    {
        var sentences = new List<string>();
        if (questions.Wikis > 0)
            sentences.Add(string.Create(CultureInfo.InvariantCulture, $"{questions.Wikis:N0} tag wikis"));
        if (questions.ScoresBelowZero > 0)
            sentences.Add(string.Create(CultureInfo.InvariantCulture, $"{questions.ScoresBelowZero:N0} scores below zero"));
        return sentences;
    }
}
