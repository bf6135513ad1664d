using System.Globalization;

namespace Community.Web.Ui;

/// <summary>The letter that stands for a person without a picture: the first that a reader would call a letter.</summary>
public static class Initial
{
    public static string Of(string name)
    {
        var letters = StringInfo.GetTextElementEnumerator(name);
        string? first = null;
        while (letters.MoveNext())
        {
            var letter = letters.GetTextElement();
            first ??= letter;
            if (letter.EnumerateRunes().Any(System.Text.Rune.IsLetterOrDigit))
                return letter.ToUpperInvariant();
        }

        return first ?? "?";
    }
}
