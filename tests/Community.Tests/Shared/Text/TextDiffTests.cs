using Community.Shared;

namespace Community.Tests.Shared.Text;

public sealed class TextDiffTests
{
    [Theory]
    [InlineData("the quick fox", "the slow fox", "the |-quick|+slow| fox")]
    [InlineData("テントは軽い", "テントは重い", "テントは|-軽|+重|い")]
    [InlineData("a b c", "x y c", "-a b|+x y| c")]
    [InlineData("same", "same", "same")]
    [InlineData("", "new", "+new")]
    [InlineData("old", "", "-old")]
    [InlineData("", "", "")]
    [InlineData("👨‍👩‍👧 x", "👨‍👩‍👦 x", "-👨‍👩‍👧|+👨‍👩‍👦| x")]
    [InlineData("one\ntwo", "one\nthree\ntwo", "one\n|+three\n|two")]
    public void Words_and_characters_are_compared(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join('|', TextDiff.Hunks(before, after).Select(hunk => Mark(hunk.Kind) + hunk.Text)));

    [Fact]
    public void Side_by_side_pairs_changed_lines()
    {
        var lines = TextDiff.SideBySide("one\ntwo\nthree\nfour", "one\ntwo and\nfour\nfive");

        Assert.Equal(
            ["Same 1 1", "Changed 2 2", "Deleted 3 ", "Same 4 3", "Inserted  4"],
            lines.Select(line => $"{line.Kind} {line.LeftNumber} {line.RightNumber}"));
        Assert.Equal("two and", string.Concat(lines[1].Right!.Select(hunk => hunk.Text)));
    }

    [Fact(Timeout = 120_000)]
    public async Task Large_texts_come_back_and_add_up()
    {
        var numbers = new Random(7);
        var words = string.Join(' ', Enumerable.Range(0, 30_000).Select(_ => numbers.Next(1_000)));
        var other = string.Join(' ', Enumerable.Range(0, 30_000).Select(_ => numbers.Next(1_000)));
        var lines = words.Replace(" ", "\n", StringComparison.Ordinal);
        var japanese = new string([.. Enumerable.Range(0, 30_000).Select(_ => (char)('ぁ' + numbers.Next(80)))]);
        (string Before, string After)[] pairs = [(words, other), (lines, other.Replace(" ", "\n", StringComparison.Ordinal)), (japanese, japanese[100..] + "新"), (words, lines), (words[..15_000], other[..15_000]), ("", lines)];

        await Task.Run(() => Assert.All(pairs, pair => AssertAddsUp(pair.Before, pair.After)), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Real_texts_add_up()
    {
        var posts = SharedData.Lines("markdown/forum_posts_cmark_gfm.jsonl").Select(row => row.Text("markdown")).Take(60).ToList();

        foreach (var (before, after) in posts.Zip(posts.Skip(1)))
            AssertAddsUp(before, after);
    }

    private static void AssertAddsUp(string before, string after)
    {
        var hunks = TextDiff.Hunks(before, after);
        var lines = TextDiff.SideBySide(before, after);

        Assert.Equal(before, string.Concat(hunks.Where(hunk => hunk.Kind != DiffKind.Inserted).Select(hunk => hunk.Text)));
        Assert.Equal(after, string.Concat(hunks.Where(hunk => hunk.Kind != DiffKind.Deleted).Select(hunk => hunk.Text)));
        Assert.Equal(before, string.Join('\n', lines.Where(line => line.Left is not null).Select(line => string.Concat(line.Left!.Select(hunk => hunk.Text)))));
        Assert.Equal(after, string.Join('\n', lines.Where(line => line.Right is not null).Select(line => string.Concat(line.Right!.Select(hunk => hunk.Text)))));
    }

    private static string Mark(DiffKind kind) => kind switch { DiffKind.Inserted => "+", DiffKind.Deleted => "-", _ => "" };
}
