namespace Community.Shared;

/// <summary>
/// Three-way comparison of a text (diff3): by lines, and within lines that both changed by words, or by characters where the
/// text is Japanese. Bounded like <see cref="TextDiff"/>.
/// </summary>
public static class TextMerge
{
    // So few characters of one sentence between two people's changes are one phrase: taken apart they would read as neither meant it.
    private const int OnePhrase = 8;

    // Of all places where both changed something, together: a text that is made of many such places is not compared within each of them.
    private const int PiecesCompared = 24_000;
    private const string Ends = "。．.!?！？\n";

    public static IReadOnlyList<MergePart> Of(string before, string theirs, string mine) => Of(before, theirs, mine, OnePhrase);

    /// <summary>The change from <paramref name="before"/> to <paramref name="after"/>, made in a text that somebody wrote on from the first. Where they did so at the same place, theirs stays.</summary>
    public static string Onto(string before, string after, string writtenOn) => Joined(Of(before, after, writtenOn, 0), _ => null);

    private static List<MergePart> Of(string before, string theirs, string mine, int near)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(theirs);
        ArgumentNullException.ThrowIfNull(mine);
        var parts = new List<MergePart>();
        var pieces = PiecesCompared;
        foreach (var part in Walk(Lines(before), Lines(theirs), Lines(mine), 0))
        {
            if (part.Kind != MergeKind.Conflict)
                Add(parts, part);
            else
                foreach (var finer in Within(part, near, ref pieces))
                    Add(parts, finer);
        }

        return parts;
    }

    /// <summary>The text of the parts, by a choice for each change in their order; what has none is taken as it comes, and mine where it cannot be told.</summary>
    public static string Joined(IEnumerable<MergePart> parts, Func<int, MergeChoice?> chosen)
    {
        var change = 0;
        return string.Concat(parts.Select(part => part.Of((part.IsChange ? chosen(change++) : null) ?? part.Natural ?? MergeChoice.Mine)));
    }

    // With the blank lines that follow: each is like any other, and one matched for another tears apart what stands around it.
    private static string[] Lines(string text)
    {
        var lines = new List<string>();
        foreach (var line in DiffPieces.Lines(text))
        {
            if (line == "\n" && lines.Count > 0)
                lines[^1] += line;
            else
                lines.Add(line);
        }

        return [.. lines];
    }

    private static IEnumerable<MergePart> Within(MergePart part, int near, ref int pieces)
    {
        string[] before = DiffPieces.Of(part.Before), theirs = DiffPieces.Of(part.Theirs), mine = DiffPieces.Of(part.Mine);
        pieces -= before.Length + theirs.Length + mine.Length;
        return pieces >= 0 && TextDiff.AreComparable(before, theirs) && TextDiff.AreComparable(before, mine) ? Walk(before, theirs, mine, near) : [part];
    }

    private static IEnumerable<MergePart> Walk(string[] before, string[] theirs, string[] mine, int near)
    {
        var their = new Side(before, theirs);
        var my = new Side(before, mine);
        for (var at = 0; ;)
        {
            var (t, m) = (at + their.Shift, at + my.Shift);
            var start = Math.Min(their.Next, my.Next);
            if (start == int.MaxValue)
            {
                yield return Part(before[at..], theirs[t..], mine[m..]);
                yield break;
            }

            yield return Part(before[at..start], theirs[t..(t + start - at)], mine[m..(m + start - at)]);
            (t, m) = (start + their.Shift, start + my.Shift);
            var end = start;
            // What touches, or nearly does, is one change; a side may reach into the other's more than once.
            while (their.Takes(ref end, before, near) | my.Takes(ref end, before, near))
            {
            }

            yield return Part(before[start..end], theirs[t..(end + their.Shift)], mine[m..(end + my.Shift)]);
            at = end;
        }
    }

    private static MergePart Part(string[] before, string[] theirs, string[] mine) => Part(string.Concat(before), string.Concat(theirs), string.Concat(mine));

    private static MergePart Part(string before, string theirs, string mine)
    {
        var kind = theirs == mine ? (theirs == before ? MergeKind.Same : MergeKind.Alike)
            : theirs == before ? MergeKind.Mine
            : mine == before ? MergeKind.Theirs
            : MergeKind.Conflict;
        return new MergePart(kind, before, theirs, mine);
    }

    private static void Add(List<MergePart> parts, MergePart part)
    {
        if (part.Before.Length + part.Theirs.Length + part.Mine.Length == 0)
            return;
        if (parts.Count > 0 && parts[^1] is { Kind: MergeKind.Same } last && part.Kind == MergeKind.Same)
            parts[^1] = Part(last.Before + part.Before, last.Theirs + part.Theirs, last.Mine + part.Mine);
        else
            parts.Add(part);
    }

    /// <summary>The differences of one side from the beginning, taken in their order.</summary>
    private sealed class Side
    {
        private readonly List<TextDiff.Block> blocks;
        private int next;

        public Side(string[] before, string[] after)
        {
            var all = TextDiff.Blocks(before, after);
            blocks = [.. all.Index().Where(block => block.Item.Deleted + block.Item.Inserted > 0).Select(block => AfterSentence(before, after, block.Item, all[block.Index + 1].Left))];
        }

        /// <summary>How far this side's pieces stand behind those of the beginning by now.</summary>
        public int Shift { get; private set; }

        public int Next => next < blocks.Count ? blocks[next].Left : int.MaxValue;

        public bool Takes(ref int end, string[] before, int near)
        {
            if (next == blocks.Count || !IsNear(before, end, blocks[next].Left, near))
                return false;
            var block = blocks[next++];
            end = Math.Max(end, block.Left + block.Deleted);
            Shift += block.Inserted - block.Deleted;
            return true;
        }

        // What was added between two sentences can be told as ". Word" before the full stop, or as "Word ." after it, which is what was meant.
        private static TextDiff.Block AfterSentence(string[] before, string[] after, TextDiff.Block block, int last)
        {
            for (var by = 0; block.Deleted == 0 && block.Left + by < last && before[block.Left + by] == after[block.Right + by]; by++)
            {
                if (before[block.Left + by].AsSpan().ContainsAny(Ends))
                    return block with { Left = block.Left + by + 1, Right = block.Right + by + 1 };
            }

            return block;
        }

        private static bool IsNear(string[] before, int end, int start, int near)
        {
            for (var at = end; at < start; at++)
            {
                near -= before[at].Length;
                if (near < 0 || before[at].AsSpan().ContainsAny(Ends))
                    return false;
            }

            return true;
        }
    }
}
