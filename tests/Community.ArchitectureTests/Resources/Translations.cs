using System.Text.RegularExpressions;

namespace Community.ArchitectureTests.Resources;

/// <summary>What must hold between the two languages of a set of texts.</summary>
internal static partial class Translations
{
    private const string Singular = "_one";

    /// <summary>Keys that stand in one language only. Japanese has no singular, so <c>…_one</c> may stand in English alone.</summary>
    public static IEnumerable<string> Missing(ResourcePair pair) => pair.Japanese is null
        ? [$"{pair.Path} has no Japanese beside it"]
        : pair.English.Keys.Where(key => !key.EndsWith(Singular, StringComparison.Ordinal)).Except(pair.Japanese.Keys).Select(key => $"{pair.Name}.{key} has no Japanese")
            .Concat(pair.Japanese.Keys.Except(pair.English.Keys).Select(key => $"{pair.Name}.{key} has no English"));

    public static IEnumerable<string> PlaceholdersThatDiffer(ResourcePair pair) =>
        from text in Both(pair)
        let english = Placeholders(text.English)
        let japanese = Placeholders(text.Japanese)
        where !english.SetEquals(japanese)
        select $"{pair.Name}.{text.Key} has {Show(english)} in English and {Show(japanese)} in Japanese";

    public static IEnumerable<string> Untranslated(ResourcePair pair, IReadOnlySet<string> allowed) =>
        from text in Both(pair)
        where (text.English == text.Japanese || !JapaneseLetter().IsMatch(text.Japanese)) && !allowed.Contains($"{pair.Name}.{text.Key}")
        select $"{pair.Name}.{text.Key} is \"{text.Japanese}\" in Japanese";

    /// <summary>A number that is spelled in two ways needs both.</summary>
    public static IEnumerable<string> HalfPlurals(ResourcePair pair) =>
        from key in pair.English.Keys
        where (key.EndsWith(Singular, StringComparison.Ordinal) && !pair.English.ContainsKey(key[..^Singular.Length] + "_other"))
            || (key.EndsWith("_other", StringComparison.Ordinal) && !pair.English.ContainsKey(key[..^"_other".Length] + Singular))
        select $"{pair.Name}.{key} stands alone";

    private static IEnumerable<(string Key, string English, string Japanese)> Both(ResourcePair pair) =>
        from english in pair.English
        join japanese in pair.Japanese ?? new Dictionary<string, string>() on english.Key equals japanese.Key
        select (english.Key, english.Value, japanese.Value);

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Groups[1].Value)];

    private static string Show(IEnumerable<string> placeholders) => "{" + string.Join("}{", placeholders.Order(StringComparer.Ordinal)) + "}";

    // {0}, {0:N0} and named figures such as {seconds}; {{ is a brace.
    [GeneratedRegex(@"(?<!\{)\{(\w+)[^{}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]")]
    private static partial Regex JapaneseLetter();
}
