using System.Text.RegularExpressions;
using Community.ArchitectureTests.Reading;

namespace Community.ArchitectureTests.Resources;

/// <summary>
/// Where texts are asked for: <c>T["Key"]</c> and <c>T.Plural("Key", n)</c>, with T declared as IStringLocalizer&lt;X&gt;
/// in the same component or class; a T of unknown type may mean any set of texts.
/// </summary>
internal static partial class KeyUse
{
    public static IEnumerable<string> Unknown(IReadOnlyList<ResourcePair> pairs, IReadOnlyList<SourceFile> sources)
    {
        foreach (var component in sources.GroupBy(file => file.Path.Replace(".razor.cs", ".razor", StringComparison.Ordinal)))
        {
            var text = string.Join('\n', component.Select(file => file.Text));
            var declared = Declaration().Matches(text).ToLookup(match => match.Groups["name"].Value, match => match.Groups["set"].Value.Split('.')[^1]);
            foreach (Match use in Use().Matches(text))
            {
                var name = use.Groups["name"].Value;
                if (name != "T" && !declared.Contains(name))
                    continue;

                var sets = declared.Contains(name) ? pairs.Where(pair => declared[name].Contains(pair.Name)).ToList() : pairs;
                foreach (var key in Keys(use).Where(key => !sets.Any(pair => pair.English.ContainsKey(key))))
                    yield return $"{component.Key} asks {string.Join(" or ", declared[name].DefaultIfEmpty(name))} for {key}";
            }
        }
    }

    /// <summary>Keys that stand nowhere in the source: neither whole, nor by the start or the end that something is added to.</summary>
    public static IEnumerable<string> Orphans(IReadOnlyList<ResourcePair> pairs, IReadOnlyList<SourceFile> sources)
    {
        var literals = sources.SelectMany(file => Literal().Matches(file.Text)).Select(match => match.Groups["text"].Value).ToHashSet(StringComparer.Ordinal);
        var starts = sources.SelectMany(file => Start().Matches(file.Text)).Select(match => match.Groups["text"].Value).Where(start => start.Length > 1).Distinct().ToList();
        var ends = sources.SelectMany(file => End().Matches(file.Text)).Select(match => match.Groups["text"].Value).Distinct().ToList();
        return from pair in pairs
               from key in pair.English.Keys
               where !Spellings(key).Any(literals.Contains)
               where !starts.Any(start => key.StartsWith(start, StringComparison.Ordinal)) && !ends.Any(end => key.EndsWith(end, StringComparison.Ordinal))
               select $"{pair.Name}.{key} is used nowhere";
    }

    private static IEnumerable<string> Keys(Match use) =>
        use.Groups["plural"].Success ? [use.Groups["key"].Value + "_one", use.Groups["key"].Value + "_other"] : [use.Groups["key"].Value];

    private static IEnumerable<string> Spellings(string key) =>
        [key, PluralEnding().Replace(key, "")];

    [GeneratedRegex(@"IStringLocalizer<(?<set>[\w.]+)>\??\s+(?<name>\w+)")]
    private static partial Regex Declaration();

    [GeneratedRegex("""\b(?<name>\w+)(\[|(?<plural>\.Plural\())\s*"(?<key>[^"\\]+)"\s*[\],]""")]
    private static partial Regex Use();

    [GeneratedRegex("""(?<!\$)"(?<text>[^"\\\n]+)""")]
    private static partial Regex Literal();

    [GeneratedRegex("""(\$"(?<text>[\w.-]+)\{)|("(?<text>[A-Za-z]{3,}[_.-]?)"\s*\+)""")]
    private static partial Regex Start();

    [GeneratedRegex("""(\$"\{[^"}]+\}(?<text>[\w.-]{3,})")|(\+\s*"(?<text>[\w.-]{3,})")""")]
    private static partial Regex End();

    [GeneratedRegex("_(one|other)$")]
    private static partial Regex PluralEnding();
}
