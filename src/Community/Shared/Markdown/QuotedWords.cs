using System.Text;

namespace Community.Shared.Markdown;

/// <summary>Takes the words out of quotes and leaves their place.</summary>
public static class QuotedWords
{
    /// <summary>What stands there instead.</summary>
    public const string Gone = "…";

    /// <summary>Where the quotes of a text come from, nested ones included.</summary>
    public static IReadOnlyList<QuoteSource> SourcesOf(string text) => [.. QuoteTags.Read(text).Quotes().Select(q => q.Source)];

    /// <summary>The text with the quotes that <paramref name="isGone"/> names emptied; the same text where it names none.</summary>
    /// <param name="text">Markdown.</param>
    /// <param name="isGone">Whether the words of a quote from there have to go, and what they hold with them.</param>
    /// <param name="nameless">Whether the name in the opening tag has to go as well.</param>
    public static string Without(string text, Func<QuoteSource, bool> isGone, bool nameless = false)
    {
        var tags = QuoteTags.Read(text);
        var gone = tags.Quotes().Where(q => isGone(q.Source)).ToList();
        if (gone.Count == 0)
            return text;

        var result = new StringBuilder(tags.Text.Length);
        var copied = 0;
        foreach (var (start, end, source) in gone)
        {
            if (start < copied)
                continue;
            var words = tags.Text.IndexOf(']', start) + 1;
            var stop = end ?? EndOfParagraph(tags.Text, words);
            var prefix = tags.Text[(tags.Text.LastIndexOf('\n', Math.Max(0, start - 1)) + 1)..start];
            var opener = nameless && source.PostId is null ? "[quote]" : tags.Text[start..words];
            result.Append(tags.Text, copied, start - copied).Append(opener).Append('\n').Append(prefix).Append(Gone).Append('\n');
            // What follows a quote without an end begins a paragraph; a closing tag stands where its line had it.
            if (end is not null)
                result.Append(prefix);
            copied = stop;
        }

        return result.Append(tags.Text, copied, tags.Text.Length - copied).ToString();
    }

    private static int EndOfParagraph(string text, int from)
    {
        for (var at = text.IndexOf('\n', from); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            var next = text.IndexOf('\n', at + 1);
            if (text.AsSpan(at + 1, (next < 0 ? text.Length : next) - at - 1).Trim(" \t>").IsEmpty)
                return at;
        }

        return text.Length;
    }
}
