using System.Globalization;
using System.Text;
using Community.Members;
using Community.Shared;

namespace Community.Imports;

/// <summary>Gives names from elsewhere handles that hold here: as close to the name as the rules and those who were first allow.</summary>
/// <param name="reserved">Hashes of handles that are nobody's any more.</param>
internal sealed class HandleMaker(IEnumerable<string> takenKeys, IReadOnlySet<string> reserved)
{
    private const string Nameless = "member";
    private readonly HashSet<string> taken = new(takenKeys, StringComparer.Ordinal);

    // Names in scripts without Latin letters all start from the same stem.
    private readonly Dictionary<string, int> lastNumber = new(StringComparer.OrdinalIgnoreCase);

    public string Make(string name)
    {
        var stem = Stem(name);
        for (var number = lastNumber.GetValueOrDefault(stem) + 1; ; number++)
        {
            lastNumber[stem] = number;
            var ending = number == 1 ? "" : "_" + number.ToString(CultureInfo.InvariantCulture);
            var handle = stem[..Math.Min(stem.Length, HandleRules.MaxLength - ending.Length)] + ending;
            if (HandleRules.WhyNot(handle) is null && !reserved.Contains(ReservedHandle.HashOf(handle)) && taken.Add(HandleSkeleton.Of(handle)))
                return handle;
        }
    }

    private static string Stem(string name)
    {
        var stem = new StringBuilder();
        foreach (var c in TextRules.Compatible(name, NormalizationForm.FormKD))
        {
            if (char.IsAsciiLetterOrDigit(c))
                stem.Append(c);
            else if (stem.Length > 0 && stem[^1] != '_' && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                stem.Append(c == '-' ? '-' : '_');
        }

        var made = stem.ToString().Trim('_', '-');
        return made.Length switch
        {
            0 => Nameless,
            < HandleRules.MinLength => made + "_" + Nameless,
            _ => made,
        };
    }
}
