using Community.Shared;
using Microsoft.Extensions.Localization;

namespace Community.Web.Ui;

/// <summary>Names the sentences of problems; each stands under its problem's code.</summary>
public sealed class ProblemTexts;

public static class ProblemSentences
{
    private const string Unknown = "unknown";

    /// <summary>The sentence for a member: what is wrong and what to change, with the problem's figures in it.</summary>
    public static string Sentence(this IStringLocalizer<ProblemTexts> texts, Problem problem)
    {
        var found = texts[problem.Code];
        var sentence = (found.ResourceNotFound ? texts[Unknown] : found).Value;
        foreach (var (name, value) in problem.Args ?? new Dictionary<string, object>())
            sentence = sentence.Replace($"{{{name}}}", Convert.ToString(value, System.Globalization.CultureInfo.CurrentCulture), StringComparison.Ordinal);
        return sentence;
    }
}
