using Community.Shared;
using Microsoft.Extensions.Localization;

namespace Community.Web.Ui;

/// <summary>Names the sentences of problems; each stands under its problem's code.</summary>
public sealed class ProblemTexts;

public static class ProblemSentences
{
    private const string Unknown = "unknown";

    /// <summary>Every code that has a sentence.</summary>
    public static IEnumerable<string> Codes(this IStringLocalizer<ProblemTexts> texts) => texts.GetAllStrings(includeParentCultures: true).Select(text => text.Name).Where(IsCode).Distinct();

    /// <summary>The sentence with its figures still in braces; null where no problem has this code.</summary>
    public static string? Pattern(this IStringLocalizer<ProblemTexts> texts, string code) => IsCode(code) && texts[code] is { ResourceNotFound: false } found ? found.Value : null;

    /// <summary>The sentence for a member: what is wrong and what to change, with the problem's figures in it.</summary>
    public static string Sentence(this IStringLocalizer<ProblemTexts> texts, Problem problem)
    {
        var found = texts[problem.Code];
        var sentence = (found.ResourceNotFound ? texts[Unknown] : found).Value;
        foreach (var (name, value) in problem.Args ?? new Dictionary<string, object>())
            sentence = sentence.Replace($"{{{name}}}", Convert.ToString(value, System.Globalization.CultureInfo.CurrentCulture), StringComparison.Ordinal);
        return problem.Args?.GetValueOrDefault("seconds") is int seconds ? sentence.Replace("{wait}", texts.Wait(seconds), StringComparison.Ordinal) : sentence;
    }

    // The rest are parts of sentences.
    private static bool IsCode(string name) => name != Unknown && !name.StartsWith("wait-", StringComparison.Ordinal);

    /// <summary>A wait in the unit that a person would say it in.</summary>
    private static string Wait(this IStringLocalizer<ProblemTexts> texts, int seconds) => seconds switch
    {
        < 90 => texts.Plural("wait-seconds", seconds),
        < 90 * 60 => texts.Plural("wait-minutes", (long)Math.Ceiling(seconds / 60d)),
        _ => texts.Plural("wait-hours", (long)Math.Ceiling(seconds / 3600d)),
    };
}
