using System.Collections.Frozen;

namespace Community.Shared;

/// <summary>
/// Knows the passwords that are tried first: well-known words and keyboard walks, and what people make of them — capitals, look-alike
/// digits, a year or "!" behind, the word twice, two words in a row. What is left must be longer than any list that is cheap to try.
/// </summary>
internal static class CommonPasswords
{
    private const string Resource = "Community.Shared.Text.CommonPasswords.txt";
    private const int MaxWords = 2;
    private const int ShortestWord = 4;
    private const int MaxRead = 64;
    private const string Stand = "03€4@5$7+89";
    private const string For = "oeeaassttbg";

    private static readonly string[] Walks = Both("01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz", "1q2w3e4r5t6y7u8i9o0p", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "qazwsxedcrfvtgbyhnujmikolp", "147258369", "a1b2c3d4e5f6g7h8i9j0");

    private static readonly FrozenSet<string> Words = Read();
    private static readonly int LongestWord = Words.Max(word => word.Length);

    public static int Count => Words.Count;

    /// <summary>True for a listed password and for what is built from one or two of them in the usual ways.</summary>
    public static bool Contains(string password)
    {
        var lower = TextRules.Compatible(password).ToLowerInvariant();
        if (lower.Length > MaxRead)
            return false;

        var core = lower.Trim("0123456789!?.,:;@#$%&*+-_=~ ()[]'\"".ToCharArray());
        return IsBuilt(lower) || IsBuilt(Unleet(lower, 'i')) || IsBuilt(Unleet(core, 'i')) || IsBuilt(Unleet(core, 'l'));
    }

    /// <summary>Letters that digits and signs stand in for; 1 and ! are i or l.</summary>
    public static string Unleet(string text, char one) => string.Create(text.Length, (text, one), static (letters, from) =>
    {
        for (var i = 0; i < letters.Length; i++)
        {
            var at = Stand.IndexOf(from.text[i], StringComparison.Ordinal);
            letters[i] = at >= 0 ? For[at] : from.text[i] is '1' or '!' or '|' ? from.one : from.text[i];
        }
    });

    // The fewest words and lone letters that spell the text out, digits, signs and walks being free.
    private static bool IsBuilt(string text)
    {
        var fewest = new int[text.Length + 1];
        for (var end = 1; end <= text.Length; end++)
        {
            fewest[end] = int.MaxValue;
            for (var start = Math.Max(0, end - Math.Max(LongestWord, 20)); start < end; start++)
            {
                if (fewest[start] == int.MaxValue)
                    continue;
                var piece = text.AsSpan(start, end - start);
                var cost = IsFree(piece) ? 0 : piece.Length == 1 || Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(piece) ? 1 : int.MaxValue;
                if (cost < int.MaxValue)
                    fewest[end] = Math.Min(fewest[end], fewest[start] + cost);
            }
        }

        return fewest[text.Length] <= MaxWords && text.Length > 0;
    }

    private static bool IsFree(ReadOnlySpan<char> piece)
    {
        if (piece.Length == 1)
            return !char.IsLetter(piece[0]);
        if (!piece.ContainsAnyExcept(piece[0]))
            return piece.Length >= 3;
        if (piece.Length < ShortestWord)
            return false;

        foreach (var walk in Walks)
        {
            if (walk.AsSpan().IndexOf(piece) >= 0)
                return true;
        }

        return false;
    }

    private static string[] Both(params string[] walks) => [.. walks, .. walks.Select(walk => new string([.. walk.Reverse()]))];

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
