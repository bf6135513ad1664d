using Community.Shared;

namespace Community.Tests.Shared.Text;

public sealed class TextMergeTests
{
    [Theory]
    [InlineData("one\ntwo\nthree\n", "ONE\ntwo\nthree\n", "one\ntwo\nTHREE\n", "ONE\ntwo\nTHREE\n")]
    [InlineData("one\ntwo\n", "one\ntwo\nthree\n", "zero\none\ntwo\n", "zero\none\ntwo\nthree\n")]
    [InlineData("one\ntwo\nthree is the last", "one\nthree is the last", "one\ntwo\nthree is the last, and four", "one\nthree is the last, and four")]
    [InlineData("The quick brown fox jumps over the lazy dog.", "The slow brown fox jumps over the lazy dog.", "The quick brown fox jumps over the sleeping dog.", "The slow brown fox jumps over the sleeping dog.")]
    [InlineData("テントは軽い。ランタンは明るい。寝袋は暖かい。", "テントは重い。ランタンは明るい。寝袋は暖かい。", "テントは軽い。ランタンは明るい。寝袋は薄い。", "テントは重い。ランタンは明るい。寝袋は薄い。")]
    [InlineData("海が見えます。", "海がよく見えます。", "海が見えます。\n\n夜は冷えます。", "海がよく見えます。\n\n夜は冷えます。")]
    [InlineData("同じ", "同じ直し", "同じ直し", "同じ直し")]
    [InlineData("", "", "", "")]
    public void _13_What_does_not_meet_is_merged(string before, string theirs, string mine, string expected)
    {
        var parts = TextMerge.Of(before, theirs, mine);

        Assert.DoesNotContain(parts, part => part.Kind == MergeKind.Conflict);
        Assert.Equal(expected, TextMerge.Joined(parts, _ => null));
    }

    [Theory]
    [InlineData("テントは軽い。", "テントは重い。", "テントは小さい。", "軽", "重", "小さ")]
    [InlineData("one\n", "two\n", "three\n", "one", "two", "three")]
    [InlineData("one\ntwo", "one\ntwo and a half", "one\ntwo or so", "", " and a half", " or so")]
    public void _13_What_both_changed_is_a_conflict_of_as_little_as_it_needs(string before, string theirs, string mine, string was, string now, string wanted)
    {
        var conflict = Assert.Single(TextMerge.Of(before, theirs, mine), part => part.Kind == MergeKind.Conflict);

        Assert.Equal((was, now, wanted), (conflict.Before, conflict.Theirs, conflict.Mine));
        Assert.Null(conflict.Natural);
    }

    [Fact]
    public void _13_A_text_of_very_many_places_that_both_changed_is_not_compared_within_each_of_them()
    {
        var words = string.Join(' ', Enumerable.Range(0, 500).Select(n => $"w{n}"));
        string Text(Func<string, string> change) => string.Concat(Enumerable.Range(0, 40).Select(n => $"{change(words)}\nanchor {n}\n"));

        var parts = TextMerge.Of(Text(line => line), Text(line => "theirs " + line), Text(line => line + " mine"));

        Assert.Contains(parts, part => part.Kind == MergeKind.Theirs);
        Assert.Contains(parts, part => part.Kind == MergeKind.Conflict && part.Before.Contains("w250", StringComparison.Ordinal));
    }

    [Fact]
    public void _13_Changes_within_one_phrase_are_one_change()
    {
        var parts = TextMerge.Of("灯台は丘の上にある。", "灯台は海の上にある。", "灯台は丘の下にある。");

        var conflict = Assert.Single(parts, part => part.IsChange);
        Assert.Equal(("丘の上", "海の上", "丘の下"), (conflict.Before, conflict.Theirs, conflict.Mine));
    }

    [Fact]
    public void _13_A_sentence_that_was_added_is_no_part_of_the_conflict_before_it()
    {
        var parts = TextMerge.Of("海が見えます。", "海がよく見えます。\n\n橋は工事中です。", "海が少し見えます。");

        Assert.Equal(["よく", "\n\n橋は工事中です。"], parts.Where(part => part.IsChange).Select(part => part.Theirs));
    }

    [Fact]
    public void _13_Blank_lines_are_no_anchors()
    {
        const string before = "灯台は丘の上にあります。\n\n道は静かです。\n\n海が見えます。";
        const string theirs = "灯台は丘の上にあります。\n\n道はとても静かです。\n\n海がよく見えます。\n\n橋は工事中です。";

        var parts = TextMerge.Of(before, theirs, "灯台は岬の上にあります。\n\n道はとても静かです。\n\n海が少し見えます。");

        Assert.Equal("灯台は岬の上にあります。\n\n道はとても静かです。\n\n海が少し見えます。\n\n橋は工事中です。", TextMerge.Joined(parts, _ => null));
        Assert.Equal(("よく", "少し"), parts.Where(part => part.Kind == MergeKind.Conflict).Select(part => (part.Theirs, part.Mine)).Single());
    }

    [Fact]
    public void _13_A_choice_is_made_in_a_text_that_was_written_on()
    {
        Assert.Equal("海がよく見える。", TextMerge.Onto("海が少し見えた。", "海がよく見えた。", "海が少し見える。"));
        Assert.Equal("海がはるかに見えた。", TextMerge.Onto("海が少し見えた。", "海がよく見えた。", "海がはるかに見えた。"));
    }

    [Fact]
    public void _13_Both_keeps_all_words()
    {
        var parts = TextMerge.Of("a\nb\nc\n", "a\nx\nc\n", "a\ny\nc\n");

        Assert.Equal("a\nx y\nc\n", TextMerge.Joined(parts, _ => MergeChoice.Both));
    }

    [Fact]
    public void _13_Whatever_was_written_each_version_is_whole_in_the_parts()
    {
        var numbers = new Random(13);
        foreach (var _ in Enumerable.Range(0, 400))
        {
            var before = Text(numbers);
            var (theirs, mine) = (Edited(before, numbers), Edited(before, numbers));

            var parts = TextMerge.Of(before, theirs, mine);

            Assert.Equal(before, string.Concat(parts.Select(part => part.Before)));
            Assert.Equal(theirs, TextMerge.Joined(parts, _ => MergeChoice.Theirs));
            Assert.Equal(mine, TextMerge.Joined(parts, _ => MergeChoice.Mine));
            Assert.Equal(mine, TextMerge.Joined(TextMerge.Of(before, before, mine), _ => null));
            Assert.Equal(theirs, TextMerge.Joined(TextMerge.Of(before, theirs, before), _ => null));
            Assert.Equal(mine, TextMerge.Joined(TextMerge.Of(before, mine, mine), _ => null));
        }
    }

    [Fact]
    public void _13_Edits_of_different_lines_are_both_in_the_merged_text()
    {
        var numbers = new Random(31);
        foreach (var _ in Enumerable.Range(0, 200))
        {
            var lines = Enumerable.Range(0, 12).Select(n => $"{n}行目の文です。").ToArray();
            var (theirs, mine, both) = ((string[])lines.Clone(), (string[])lines.Clone(), (string[])lines.Clone());
            // Every second line stays, so that no change touches another.
            foreach (var line in Enumerable.Range(0, 6).Select(n => n * 2))
            {
                var by = numbers.Next(3);
                if (by < 2)
                    (by == 0 ? theirs : mine)[line] = both[line] = $"{lines[line]}直し{numbers.Next(1000)}";
            }

            var parts = TextMerge.Of(Joined(lines), Joined(theirs), Joined(mine));

            Assert.Equal(Joined(both), TextMerge.Joined(parts, _ => null));
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task _13_Large_texts_come_back_whole()
    {
        var numbers = new Random(5);
        var japanese = new string([.. Enumerable.Range(0, 30_000).Select(_ => (char)('ぁ' + numbers.Next(80)))]);
        var lines = string.Join('\n', Enumerable.Range(0, 30_000).Select(_ => numbers.Next(100)));
        (string, string, string)[] all = [(japanese, "新" + japanese, japanese + "末"), (lines, lines + "\n終", "始\n" + lines), (lines, japanese, lines[..20_000]), ("", lines, japanese)];

        await Task.Run(
            () => Assert.All(all, texts =>
            {
                var parts = TextMerge.Of(texts.Item1, texts.Item2, texts.Item3);
                Assert.Equal(texts.Item2, TextMerge.Joined(parts, _ => MergeChoice.Theirs));
                Assert.Equal(texts.Item3, TextMerge.Joined(parts, _ => MergeChoice.Mine));
            }),
            TestContext.Current.CancellationToken);
    }

    private static string Joined(string[] lines) => string.Join('\n', lines);

    private static string Text(Random numbers)
    {
        string[] pieces = ["灯台", "の", "上。", "word ", "two ", "\n", "\n\n", "👨‍👩‍👧", "が", "は", "、", "- ", "> ", "漢字"];
        return string.Concat(Enumerable.Range(0, numbers.Next(60)).Select(_ => pieces[numbers.Next(pieces.Length)]));
    }

    private static string Edited(string text, Random numbers)
    {
        for (var i = numbers.Next(5); i > 0; i--)
        {
            var at = numbers.Next(text.Length + 1);
            var length = Math.Min(numbers.Next(12), text.Length - at);
            text = text[..at] + (numbers.Next(2) == 0 ? Text(numbers) : "") + text[(at + length)..];
        }

        return text;
    }
}
