using DiffPlex;

namespace Community.Shared;

/// <summary>What a hunk or line of a comparison is. A changed line has words of both kinds in it.</summary>
public enum DiffKind
{
    Same,
    Inserted,
    Deleted,
    Changed,
}

/// <summary>A run of text that both versions share, or one of them has. Kind is never Changed.</summary>
public sealed record DiffHunk(DiffKind Kind, string Text);

/// <summary>One row of two columns. Left is null where the line was inserted, right where it was deleted; a changed line has both, in hunks.</summary>
public sealed record DiffLine(DiffKind Kind, IReadOnlyList<DiffHunk>? Left, IReadOnlyList<DiffHunk>? Right, int? LeftNumber, int? RightNumber);

/// <summary>
/// Compares two versions of a text for its history: by words where words have spaces, by characters where it is Japanese. Bounded: long
/// texts are compared by lines first, and a line or text beyond the limits counts as wholly replaced.
/// </summary>
public static class TextDiff
{
    // Myers' algorithm is pieces × differences; these keep the worst case well under a second.
    private const int MaxPieces = 4_000;

    /// <summary>The hunks that lead from <paramref name="before"/> to <paramref name="after"/>: same and deleted ones make up the first, same and inserted ones the second, exactly.</summary>
    public static IReadOnlyList<DiffHunk> Hunks(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var hunks = new List<DiffHunk>();
        Compare(before, after, hunks);
        return Tidy(hunks);
    }

    /// <summary>Both versions side by side, line by line; numbers count from 1. Lines are shown without their line break.</summary>
    public static IReadOnlyList<DiffLine> SideBySide(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var left = before.ReplaceLineEndings("\n").Split('\n');
        var right = after.ReplaceLineEndings("\n").Split('\n');
        var lines = new List<DiffLine>();
        var (leftAt, rightAt) = (0, 0);
        foreach (var block in Blocks(left, right))
        {
            for (; leftAt < block.Left; leftAt++, rightAt++)
                lines.Add(new DiffLine(DiffKind.Same, Whole(DiffKind.Same, left[leftAt]), Whole(DiffKind.Same, right[rightAt]), leftAt + 1, rightAt + 1));

            var paired = Math.Min(block.Deleted, block.Inserted);
            for (var i = 0; i < paired; i++, leftAt++, rightAt++)
                lines.Add(Changed(left[leftAt], right[rightAt], leftAt + 1, rightAt + 1));
            for (var i = paired; i < block.Deleted; i++, leftAt++)
                lines.Add(new DiffLine(DiffKind.Deleted, Whole(DiffKind.Deleted, left[leftAt]), null, leftAt + 1, null));
            for (var i = paired; i < block.Inserted; i++, rightAt++)
                lines.Add(new DiffLine(DiffKind.Inserted, null, Whole(DiffKind.Inserted, right[rightAt]), null, rightAt + 1));
        }

        return lines;
    }

    private static DiffLine Changed(string left, string right, int leftNumber, int rightNumber)
    {
        var hunks = Hunks(left, right);
        return new DiffLine(
            DiffKind.Changed, [.. hunks.Where(hunk => hunk.Kind != DiffKind.Inserted)], [.. hunks.Where(hunk => hunk.Kind != DiffKind.Deleted)], leftNumber, rightNumber);
    }

    private static IReadOnlyList<DiffHunk> Whole(DiffKind kind, string line) => [new DiffHunk(kind, line)];

    private static void Compare(string before, string after, List<DiffHunk> hunks)
    {
        var left = DiffPieces.Of(before);
        var right = DiffPieces.Of(after);
        if (left.Length <= MaxPieces && right.Length <= MaxPieces)
        {
            Walk(left, right, hunks, (deleted, inserted) =>
            {
                Add(hunks, DiffKind.Deleted, deleted);
                Add(hunks, DiffKind.Inserted, inserted);
            });
            return;
        }

        // Too long for words at once: by lines, and by words only within lines that changed.
        Walk(DiffPieces.Lines(before), DiffPieces.Lines(after), hunks, (deleted, inserted) =>
        {
            var isSmall = deleted.Length > 0 && inserted.Length > 0 && DiffPieces.Of(deleted).Length <= MaxPieces && DiffPieces.Of(inserted).Length <= MaxPieces;
            if (isSmall)
            {
                Compare(deleted, inserted, hunks);
                return;
            }

            Add(hunks, DiffKind.Deleted, deleted);
            Add(hunks, DiffKind.Inserted, inserted);
        });
    }

    private static void Walk(string[] left, string[] right, List<DiffHunk> hunks, Action<string, string> changed)
    {
        var (leftAt, rightAt) = (0, 0);
        foreach (var block in Blocks(left, right))
        {
            Add(hunks, DiffKind.Same, string.Concat(left[leftAt..block.Left]));
            leftAt = block.Left + block.Deleted;
            rightAt = block.Right + block.Inserted;
            if (block.Deleted + block.Inserted > 0)
                changed(string.Concat(left[block.Left..leftAt]), string.Concat(right[block.Right..rightAt]));
        }
    }

    internal static bool AreComparable(string[] left, string[] right) => left.Length <= MaxPieces && right.Length <= MaxPieces;

    // Where the versions differ, and one empty block at the end, up to which the rest is the same.
    internal static List<Block> Blocks(string[] left, string[] right)
    {
        if (!AreComparable(left, right))
        {
            var start = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
            var rest = Math.Min(left.Length, right.Length) - start;
            var end = left.Reverse().Zip(right.Reverse()).Take(rest).TakeWhile(pair => pair.First == pair.Second).Count();
            return [new Block(start, left.Length - start - end, start, right.Length - start - end), new Block(left.Length, 0, right.Length, 0)];
        }

        // The differ asks for each side's pieces by its text; these names stand for texts that are cut already.
        const string leftSide = "left";
        var found = new Differ().CreateCustomDiffs(leftSide, "right", ignoreWhiteSpace: false, ignoreCase: false, side => side == leftSide ? left : right).DiffBlocks;
        return [.. found.Select(block => new Block(block.DeleteStartA, block.DeleteCountA, block.InsertStartB, block.InsertCountB)), new Block(left.Length, 0, right.Length, 0)];
    }

    // One character or space that happens to be shared between two changes only makes them harder to read.
    private static List<DiffHunk> Tidy(List<DiffHunk> hunks)
    {
        var tidy = new List<DiffHunk>();
        var (deleted, inserted) = ("", "");
        for (var i = 0; i < hunks.Count; i++)
        {
            var (kind, text) = hunks[i];
            var isSpeck = kind == DiffKind.Same && deleted.Length > 0 && inserted.Length > 0 && i + 1 < hunks.Count && (text.Length == 1 || string.IsNullOrWhiteSpace(text)) && !text.Contains('\n');
            deleted += kind == DiffKind.Deleted || isSpeck ? text : "";
            inserted += kind == DiffKind.Inserted || isSpeck ? text : "";
            if (kind != DiffKind.Same || isSpeck)
                continue;

            Add(tidy, DiffKind.Deleted, deleted);
            Add(tidy, DiffKind.Inserted, inserted);
            (deleted, inserted) = ("", "");
            Add(tidy, kind, text);
        }

        Add(tidy, DiffKind.Deleted, deleted);
        Add(tidy, DiffKind.Inserted, inserted);
        return tidy;
    }

    private static void Add(List<DiffHunk> hunks, DiffKind kind, string text)
    {
        if (text.Length == 0)
            return;
        if (hunks.Count > 0 && hunks[^1].Kind == kind)
            hunks[^1] = hunks[^1] with { Text = hunks[^1].Text + text };
        else
            hunks.Add(new DiffHunk(kind, text));
    }

    internal sealed record Block(int Left, int Deleted, int Right, int Inserted);
}
