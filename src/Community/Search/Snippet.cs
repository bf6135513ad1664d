using Community.Search.Analysis;
using Community.Shared;

namespace Community.Search;

/// <summary>A part of a plain text, and what in it was looked for.</summary>
/// <param name="Text">On one line; "…" stands where it was cut.</param>
/// <param name="Marks">Places in <paramref name="Text"/>, in order and apart, in UTF-16 units.</param>
public sealed record Snippet(string Text, IReadOnlyList<SnippetMark> Marks)
{
    public const int Length = 180;
    private const int Before = 50;

    internal static Snippet Of(string text, IReadOnlyCollection<Term> terms, int graphemes = Length)
    {
        var line = Excerpt.Of(text, int.MaxValue);
        var marks = MarksOf(line, terms);
        var start = Start(line, marks);
        var shown = Excerpt.Of(line[start..], graphemes);
        var isCut = start + shown.Length < line.Length || (shown.EndsWith('…') && !line.EndsWith('…'));
        var (lead, end) = (start > 0 ? "…" : "", isCut ? shown.Length - 1 : shown.Length);
        return new Snippet(lead + shown, [.. marks
            .Where(m => m.Start >= start && m.Start + m.Length <= start + end)
            .Select(m => new SnippetMark(m.Start - start + lead.Length, m.Length))]);
    }

    private static List<SnippetMark> MarksOf(string line, IReadOnlyCollection<Term> terms)
    {
        var exact = terms.Where(t => !t.IsPrefix).Select(t => t.Text).ToHashSet(StringComparer.Ordinal);
        var begun = terms.Where(t => t.IsPrefix).Select(t => t.Text).ToList();
        var marks = new List<SnippetMark>();
        foreach (var token in Analyser.Tokens(line))
        {
            var begins = begun.Find(p => token.Term.StartsWith(p, StringComparison.Ordinal));
            if (begins is null && !exact.Contains(token.Term))
                continue;
            // Of a pair that was found by its first character, that one.
            var (start, end) = (token.Start, token.Start + (begins is not null && !exact.Contains(token.Term) && token.Term.Length > begins.Length ? Graphemes.LengthOf(line.AsSpan(token.Start), 1) : token.Length));
            if (marks.Count > 0 && marks[^1].Start + marks[^1].Length >= start)
                marks[^1] = new SnippetMark(marks[^1].Start, Math.Max(end, marks[^1].Start + marks[^1].Length) - marks[^1].Start);
            else
                marks.Add(new SnippetMark(start, end - start));
        }

        return marks;
    }

    // Where the most of it stands together, and a little before that.
    private static int Start(string line, List<SnippetMark> marks)
    {
        if (marks.Count == 0)
            return 0;
        var best = Densest(marks);
        if (best.Start <= Before)
            return 0;
        // Not within a character; and not within a word that begins nearby.
        var start = best.Start - Before;
        var blank = line.IndexOf(' ', start, Before / 2);
        start = blank < 0 ? start : blank + 1;
        while (start > 0 && (char.IsLowSurrogate(line[start]) || char.GetUnicodeCategory(line[start]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark))
            start--;
        return start;
    }

    // One look at each mark: a post may hold thousands.
    private static SnippetMark Densest(List<SnippetMark> marks)
    {
        var (best, most, end, sum) = (marks[0], 0, 0, 0);
        foreach (var first in marks)
        {
            for (; end < marks.Count && marks[end].Start < first.Start + Length - Before; end++)
                sum += marks[end].Length;
            if (sum > most)
                (best, most) = (first, sum);
            sum -= first.Length;
        }

        return best;
    }
}

public sealed record SnippetMark(int Start, int Length);
