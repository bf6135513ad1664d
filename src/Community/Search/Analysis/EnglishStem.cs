using System.Collections.Frozen;

namespace Community.Search.Analysis;

/// <summary>
/// Takes the inflections off English words and nothing more: plural, -ing, -ed. After step 1 and step 5a of Porter (1980), with
/// the plurals of words that end in e kept apart from those that do not.
/// </summary>
internal static class EnglishStem
{
    private const int Shortest = 4;
    private const string Vowels = "aeiouy";

    // They end like a plural and are none.
    private static readonly FrozenSet<string> Singular = FrozenSet.ToFrozenSet(
        ["lens", "news", "series", "species", "canvas", "this", "does", "always", "perhaps", "plus", "atlas", "chaos", "christmas", "yes", "whereas", "towards", "besides"]);

    public static string Of(string word)
    {
        if (word.Length < Shortest || !word.All(char.IsAsciiLetter) || Singular.Contains(word))
            return word;
        return WithoutE(WithoutEnding(WithoutPlural(word)));
    }

    private static string WithoutPlural(string word)
    {
        if (!word.EndsWith('s') || word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal) || word.EndsWith("is", StringComparison.Ordinal))
            return word;
        if (word.EndsWith("ies", StringComparison.Ordinal))
            return word.Length > Shortest ? word[..^3] + "y" : word[..^1];
        if (EndsIn(word, "sses", "xes", "ches", "shes", "zzes"))
            return word[..^2];
        // Buses, viruses; not houses, causes.
        if (word.EndsWith("uses", StringComparison.Ordinal) && word.Length > Shortest && !IsVowel(word, word.Length - 5))
            return word[..^2];
        return word[..^1];
    }

    private static string WithoutEnding(string word)
    {
        if (word.EndsWith("eed", StringComparison.Ordinal))
            return Measure(word[..^3]) > 0 ? word[..^1] : word;
        var stem = word.EndsWith("ing", StringComparison.Ordinal) ? word[..^3] : word.EndsWith("ed", StringComparison.Ordinal) ? word[..^2] : word;
        if (stem == word || !stem.Where((_, i) => IsVowel(stem, i)).Any())
            return word;
        if (EndsIn(stem, "at", "bl", "iz"))
            return stem + "e";
        if (stem.Length > 2 && stem[^1] == stem[^2] && !IsVowel(stem, stem.Length - 1) && stem[^1] is not ('l' or 's' or 'z'))
            return stem[..^1];
        return stem.Length <= 2 || (Measure(stem) == 1 && IsShort(stem)) ? stem + "e" : stem;
    }

    private static string WithoutE(string word)
    {
        if (!word.EndsWith('e') || word.Length <= Shortest)
            return word;
        var stem = word[..^1];
        return Measure(stem) switch { > 1 => stem, 1 when !IsShort(stem) => stem, _ => word };
    }

    // How often a vowel is followed by a consonant.
    private static int Measure(string stem)
    {
        var count = 0;
        for (var i = 1; i < stem.Length; i++)
            count += IsVowel(stem, i - 1) && !IsVowel(stem, i) ? 1 : 0;
        return count;
    }

    private static bool IsShort(string stem) =>
        stem.Length > 2 && !IsVowel(stem, stem.Length - 3) && IsVowel(stem, stem.Length - 2) && !IsVowel(stem, stem.Length - 1) && stem[^1] is not ('w' or 'x' or 'y');

    private static bool IsVowel(string word, int at) => Vowels.Contains(word[at]) && (word[at] != 'y' || (at > 0 && !Vowels.Contains(word[at - 1])));

    private static bool EndsIn(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
