using System.Globalization;
using System.Text;
using Community.Shared;

namespace Community.Discussions;

/// <param name="Name">As it is shown.</param>
/// <param name="Key">Folded: what is unique, and stands in the address.</param>
public sealed record TagName(string Name, string Key);

/// <summary>Reads the tags that somebody typed into one field.</summary>
public static class TagNames
{
    private static readonly char[] Separators = [',', '、', '，', '､', ';', '\n'];

    /// <summary>Tags parted by commas of either script, a leading # allowed; each once.</summary>
    public static Result<IReadOnlyList<TagName>> Parse(string? typed, PostLimits limits)
    {
        var tags = new List<TagName>();
        foreach (var part in (typed ?? "").ReplaceLineEndings("\n").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var name = Tidy(part);
            if (name.Length == 0)
                continue;
            if (new StringInfo(name).LengthInTextElements > limits.MaxTagLength || name.Length > limits.MaxTagLength * 4)
                return Problem.Invalid("tags", "tag-too-long", ("tag", name), ("max", limits.MaxTagLength));
            if (!name.EnumerateRunes().All(IsAllowed) || !name.EnumerateRunes().Any(Rune.IsLetterOrDigit))
                return Problem.Invalid("tags", "tag-characters", ("tag", name));
            var key = Key(name);
            if (tags.All(t => t.Key != key))
                tags.Add(new TagName(name, key));
        }

        return tags.Count <= limits.MaxTags ? tags : Problem.Invalid("tags", "too-many-tags", ("max", limits.MaxTags));
    }

    /// <summary>NFKC, lower case, blanks as hyphens: ＦＬＡＣ and flac are one tag.</summary>
    public static string Key(string name) => TextRules.Compatible(Tidy(name)).ToLowerInvariant().Replace(' ', '-');

    private static string Tidy(string name) => string.Join(' ', name.TrimStart('#', '＃').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Marks carry dakuten and vowels; the rest is what real tags hold: c++, c#, .net, r-type, node.js.
    private static bool IsAllowed(Rune rune) => Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '-' or '_' or '.' or '+' or '#' or '・' or 'ー'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.OtherSymbol;
}
