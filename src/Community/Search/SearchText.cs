using System.Text;
using Community.Search.Analysis;

namespace Community.Search;

/// <summary>The tokens of a title and a text as they are kept.</summary>
/// <param name="Tokens">What <see cref="SearchEntry.Tokens"/> says.</param>
/// <param name="TitleTokens">How many are the title's.</param>
/// <param name="Length">How many stand in both.</param>
public sealed record SearchText(string Tokens, int TitleTokens, int Length)
{
    /// <summary>Marks a term that stands in a title; alone, that there is one. No text has it as a letter.</summary>
    public const char InTitle = '§';

    /// <summary>Between title and text, so that no phrase reaches over it.</summary>
    public const string Bar = "|";

    /// <summary>As long as a post may be; an imported one that is longer is found by its beginning.</summary>
    private const int MaxTokens = 100_000;

    public static SearchText Of(string? title, string text)
    {
        var (first, second) = (Analyser.Tokens(title ?? ""), Analyser.Tokens(text));
        if (second.Count > MaxTokens)
            second.RemoveRange(MaxTokens, second.Count - MaxTokens);
        var tokens = new StringBuilder((2 * first.Count + second.Count) * 4);
        foreach (var token in first)
            tokens.Append(token.Term).Append(' ');
        if (first.Count > 0)
            tokens.Append(Bar).Append(' ');
        foreach (var token in second)
            tokens.Append(token.Term).Append(' ');
        if (title is not null)
            tokens.Append(InTitle).Append(' ');
        foreach (var token in first)
            tokens.Append(InTitle).Append(token.Term).Append(' ');
        return new SearchText(tokens.ToString().TrimEnd(), first.Count, first.Count + second.Count);
    }

    /// <summary>Every term once, those of the title with and without their mark.</summary>
    public static HashSet<string> Terms(string tokens) => [.. tokens.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(t => t != Bar)];
}
