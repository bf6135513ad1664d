using System.Collections.Frozen;
using System.Text;

namespace Community.Shared;

/// <summary>
/// What a name looks like: two names with one skeleton can be taken for each other. After UTS #39 (confusable detection), reduced to the
/// letters that can stand for ASCII ones, and stricter within ASCII (0 and o, 1 and i and l, rn and m, vv and w, _ and -).
/// </summary>
public static class HandleSkeleton
{
    private static readonly FrozenDictionary<char, char> LooksLike = Build(
        ("0Oоοօᴏ", 'o'), ("1Iiіιlӏ|ı", 'l'), ("аαɑ", 'a'), ("ьβ", 'b'), ("сϲᴄ", 'c'), ("ԁ", 'd'), ("еεҽ", 'e'), ("ɡց", 'g'), ("һнհ", 'h'),
        ("јϳ", 'j'), ("кκ", 'k'), ("м", 'm'), ("пηո", 'n'), ("рρ", 'p'), ("ԛ", 'q'), ("г", 'r'), ("ѕ", 's'), ("тτ", 't'), ("υս", 'u'),
        ("νѵ", 'v'), ("ԝωѡ", 'w'), ("хχ", 'x'), ("уγү", 'y'), ("_‐‑‒–—−", '-'));

    /// <summary>The skeleton of <paramref name="name"/>: lower case, at most twice as long, for comparing only, never for showing. Lone surrogates pass unchanged.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var folded = TextRules.Compatible(name).ToLowerInvariant();
        var skeleton = new StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            var letter = LooksLike.GetValueOrDefault(c, c);
            if (letter == '-' && skeleton.Length > 0 && skeleton[^1] == '-')
                continue;
            skeleton.Append(letter);
        }

        return skeleton.Replace("rn", "m").Replace("vv", "w").ToString();
    }

    private static FrozenDictionary<char, char> Build(params (string Letters, char As)[] groups) =>
        groups.SelectMany(group => group.Letters.Select(letter => KeyValuePair.Create(letter, group.As))).ToFrozenDictionary();
}
