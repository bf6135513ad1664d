using Community.Shared;
using Community.Testing;

namespace Community.Tests.Shared.Text;

public sealed class TextRulesTests(ITestOutputHelper output)
{
    private static readonly TextLimits Title = new("title", Min: 15, MinJapanese: 6, Max: 255, Distinct: 7, DistinctJapanese: 3);
    private static readonly TextLimits Body = new("body", Min: 20, MinJapanese: 8, Max: 32_000, Distinct: 7, DistinctJapanese: 3);

    [Theory]
    [InlineData("A first night in a tent", null)]
    [InlineData("テント泊の質問", null)]
    [InlineData("Too short", "title-too-short")]
    [InlineData("テント", "title-too-short")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaa", "title-too-uniform")]
    [InlineData("あああああああああああ", "title-too-uniform")]
    [InlineData("A first night\nin a tent", "text-line-break")]
    [InlineData("A first night\u2028in a tent", "text-line-break")]
    [InlineData("A first night\tin a tent", "text-control")]
    [InlineData("A first night \u202Ein a tent", "text-bidi")]
    [InlineData("A first night \u2067in a\u2069 tent", "text-bidi")]
    [InlineData("A first night \0in a tent", "text-nul")]
    [InlineData("\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u2800\u3164 \u00AD\u200B\u200B\u200B\u200B\u200B", "title-too-short")]
    public void A_title_is_one_line_that_says_something(string text, string? code) => Assert.Equal(code, TextRules.WhyNotLine(text, Title)?.Code);

    [Fact]
    public void Half_a_character_is_refused()
    {
        Assert.Equal("text-malformed", TextRules.WhyNotLine("A first night \uD83Din a tent", Title)?.Code);
        Assert.Equal("text-malformed", TextRules.WhyNotBody("The other half \uDE00 of an emoji", Body)?.Code);
    }

    [Fact]
    public void A_refusal_names_its_field_and_numbers()
    {
        var problem = TextRules.WhyNotLine("Too short", Title)!;

        Assert.Equal((ProblemKind.Invalid, "title"), (problem.Kind, problem.Field));
        Assert.Equal((15, 8), ((int)problem.Args!["min"], (int)problem.Args["actual"]));
    }

    [Fact]
    public void Length_is_counted_as_readers_count()
    {
        Assert.Equal(2, Graphemes.Count("👨‍👩‍👧‍👦が"));
        Assert.Null(TextRules.WhyNotLine(string.Concat(Enumerable.Repeat("👍🏽 abcdefg", 23)), Title));
        Assert.Equal("title-too-long", TextRules.WhyNotLine(new string('a', 256), Title)!.Code);
        Assert.Equal("title-too-long", TextRules.WhyNotLine("a" + new string('\u0301', 5_000), Title)!.Code);
    }

    [Fact]
    public void A_body_may_have_lines_and_controls_that_reorder() => Assert.Null(TextRules.WhyNotBody("First line of it\n\u202Esecond line\u202C\tand a tab", Body));

    [Theory]
    [InlineData("", true)]
    [InlineData(" \n\u3000\u200B\uFEFF\u2066\u2069\u3164\uFE0F", true)]
    [InlineData("\u200B.", false)]
    [InlineData("👍", false)]
    public void What_shows_nothing_counts_as_empty(string text, bool empty) => Assert.Equal(empty, TextRules.LooksEmpty(text));

    [Fact]
    public void Harmless_text_is_stored_as_it_came()
    {
        var strings = SharedData.Lines("naughty-strings/blns.jsonl").Select(row => row.Text("text")).ToList();

        var refused = strings.Where(text => TextRules.WhyNotStored(text) is not null).ToList();

        Assert.All(strings, text => Assert.Equal(text.Replace("\r\n", "\n"), TextRules.Normalise(text)));
        output.WriteLine($"{refused.Count} of {strings.Count} refused");
        Assert.All(refused, text => Assert.Contains('\0', text));
    }

    [Theory]
    [InlineData("テント泊の質問です", "ja")]
    [InlineData("Unity で Urho3D を使って rendering しています", "ja")]
    [InlineData("東京", "ja")]
    [InlineData("I love ラーメン so much", "en")]
    [InlineData("How do I load a model?", "en")]
    [InlineData("Où est la bibliothèque", "en")]
    [InlineData("ﾃﾝﾄ泊", "ja")]
    [InlineData("见 https://example.com 了", "ja")]
    [InlineData("今天天气很好我们一起去公园散步然后吃饭看电影回家睡觉吧", null)]
    [InlineData("Привет, как дела", null)]
    [InlineData("안녕하세요", null)]
    [InlineData("123 !? 👍", null)]
    [InlineData("https://example.com/a @aki", null)]
    public void Language_is_told_by_script(string text, string? language) => Assert.Equal(language, ContentLanguage.Detect(text));

    [Fact]
    public void Japanese_posts_are_told_from_English_ones()
    {
        var japanese = SharedData.Lines("search-ja-jsquad/paragraphs.jsonl").Select(row => row.Text("text")).ToList();
        var english = SharedData.Lines("markdown/forum_posts_cmark_gfm.jsonl").Select(row => row.Text("markdown")).ToList();

        output.WriteLine($"ja {japanese.Count(text => ContentLanguage.Detect(text) == "ja")}/{japanese.Count}, en {english.Count(text => ContentLanguage.Detect(text) == "en")}/{english.Count}");
        Assert.True(japanese.Count(text => ContentLanguage.Detect(text) == "ja") >= japanese.Count * 0.99);
        Assert.True(english.Count(text => ContentLanguage.Detect(text) == "en") >= english.Count * 0.99);
    }

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("one two three four", 10, "one two…")]
    [InlineData("Donaudampfschiff", 6, "Donau…")]
    [InlineData("一行目\r\n\r\n二行目です", 6, "一行目 二…")]
    [InlineData("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 2, "👨‍👩‍👧‍👦…")]
    [InlineData("か\u3099か\u3099か\u3099", 2, "か\u3099…")]
    [InlineData("\u202Eabc", 5, "abc")]
    [InlineData("abc", 1, "…")]
    public void Excerpts_end_between_characters(string text, int graphemes, string expected) => Assert.Equal(expected, Excerpt.Of(text, graphemes));

    [Theory]
    [InlineData("ＡＢ１２", "AB12")]
    [InlineData("か\u3099", "が")]
    [InlineData("a\uFFFEb", "a\uFFFEb")]
    public void What_cannot_be_normalised_stays(string text, string expected) => Assert.Equal(expected, TextRules.Compatible(text));

    [Fact]
    public void Excerpts_of_Japanese_posts_keep_whole_characters()
    {
        foreach (var line in File.ReadLines(TestData.Require("forum-ja-open2ch/threads.jsonl")).Take(500))
        {
            var excerpt = Excerpt.Of(line, 20);

            Assert.True(Graphemes.Count(excerpt) <= 20);
            Assert.Null(TextRules.WhyNotStored(excerpt));
        }
    }
}
