using Community.Search.Analysis;

namespace Community.Tests.Search;

public sealed class AnalyserTests
{
    [Theory]
    [InlineData("東京", "東京 京")]
    [InlineData("東京都", "東京 京都 都")]
    [InlineData("猫", "猫")]
    [InlineData("3月4日", "3 月 4 日")]
    [InlineData("カメラ", "かめ めら ら")]
    [InlineData("iPhone15を買う", "iphon 15 を買 買う う")]
    [InlineData("Hello, world!", "hello world")]
    [InlineData("😀👍", "")]
    [InlineData("a\uFFFEb \uD83D", "a b")]
    [InlineData("", "")]
    public void A_text_becomes_terms(string text, string terms) => Assert.Equal(terms, Terms(text));

    [Theory]
    [InlineData("サーバー", "さーばー")]
    [InlineData("ｻｰﾊﾞｰ", "サーバー")]
    [InlineData("ＧＯＰＲＯ１２", "gopro12")]
    [InlineData("キャノン", "キヤノン")]
    [InlineData("デジタルカメラ", "でじたるかめら")]
    [InlineData("か\u3099っこう", "がっこう")]
    [InlineData("ﾃﾞｰﾀ", "データ")]
    [InlineData("㍿", "株式会社")]
    [InlineData("Café", "CAFE")]
    [InlineData("Straße", "strasse")]
    [InlineData("Bob’s", "bob's")]
    public void Spellings_of_one_word_are_one(string one, string other) => Assert.Equal(Terms(one), Terms(other));

    [Theory]
    [InlineData("cafés", "cafe")]
    [InlineData("boxes", "box")]
    [InlineData("lenses", "lens")]
    [InlineData("batteries", "battery")]
    [InlineData("houses", "house")]
    [InlineData("cases", "case")]
    [InlineData("viruses", "virus")]
    [InlineData("running", "run")]
    [InlineData("making", "make")]
    [InlineData("makes", "make")]
    [InlineData("creating", "create")]
    [InlineData("continued", "continue")]
    [InlineData("stopped", "stop")]
    [InlineData("voting", "vote")]
    [InlineData("agreed", "agree")]
    [InlineData("using", "use")]
    [InlineData("Bob's", "Bob")]
    [InlineData("watches", "watch")]
    public void Inflections_of_one_word_are_one(string one, string other) => Assert.Equal(Terms(one), Terms(other));

    [Theory]
    [InlineData("care", "car")]
    [InlineData("ビール", "ビル")]
    [InlineData("news", "new")]
    [InlineData("thing", "th")]
    [InlineData("コート", "こと")]
    public void Different_words_stay_apart(string one, string other) => Assert.NotEqual(Terms(one), Terms(other));

    [Fact]
    public void A_term_knows_its_place_in_the_text()
    {
        const string Text = "👍 ｶﾞｲﾄﾞの cafés";

        var tokens = Analyser.Tokens(Text);

        Assert.Equal(["ｶﾞｲ", "ｲﾄﾞ", "ﾄﾞの", "の", "cafés"], tokens.Select(t => Text.Substring(t.Start, t.Length)));
    }

    [Fact]
    public void A_word_has_an_end() => Assert.Equal(Analyser.MaxTerm, Analyser.Tokens(new string('a', 5_000))[0].Term.Length);

    [Fact]
    public void Every_piece_of_a_run_is_a_piece_of_its_terms()
    {
        const string Run = "昨日はコンピューターゲームでッあーー々寿司";
        var terms = Terms(Run);

        for (var at = 0; at + 2 <= Run.Length; at++)
            Assert.Contains(Analyser.Tokens(Run.Substring(at, 2))[0].Term, terms, StringComparison.Ordinal);
    }

    private static string Terms(string text) => string.Join(' ', Analyser.Tokens(text).Select(t => t.Term));
}
