using Community.Shared;

namespace Community.Discussions;

/// <summary>Whether a name is one that somebody began to type: width, case and the kind of kana do not count.</summary>
internal sealed class NameMatch
{
    public NameMatch(string? text) => Text = Fold(Cut(text?.Trim() ?? ""));

    /// <summary>As it is compared.</summary>
    public string Text { get; }

    public bool Fits(string handle, string name) => handle.StartsWith(Text, StringComparison.OrdinalIgnoreCase) || Fits(name);

    /// <summary>A word of the name begins so; in Japanese, which has no spaces, any part of it.</summary>
    public bool Fits(string name)
    {
        var folded = Fold(name);
        for (var at = folded.IndexOf(Text, StringComparison.Ordinal); at >= 0; at = at + 1 < folded.Length ? folded.IndexOf(Text, at + 1, StringComparison.Ordinal) : -1)
        {
            if (at == 0 || Text.Length == 0 || !char.IsAsciiLetterOrDigit(Text[0]) || !char.IsAsciiLetterOrDigit(folded[at - 1]))
                return true;
        }

        return false;
    }

    private static string Cut(string text) => text.Length > FindPeople.MaxText ? text[..FindPeople.MaxText] : text;

    private static string Fold(string text)
    {
        var plain = TextRules.Compatible(text).ToLowerInvariant();
        return string.Create(plain.Length, plain, static (folded, from) =>
        {
            for (var i = 0; i < folded.Length; i++)
                folded[i] = from[i] is >= 'ァ' and <= 'ヶ' ? (char)(from[i] - 'ァ' + 'ぁ') : from[i];
        });
    }
}
