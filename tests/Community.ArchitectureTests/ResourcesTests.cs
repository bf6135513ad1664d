using Community.ArchitectureTests.Reading;
using Community.ArchitectureTests.Resources;

namespace Community.ArchitectureTests;

public sealed class ResourcesTests
{
    private static readonly IReadOnlyList<ResourcePair> Pairs = ResourcePair.Read(Product.Files("*.resx"));
    private static readonly HashSet<string> None = [];

    private static IReadOnlyList<SourceFile> Sources => [.. Product.Files("*.razor"), .. Product.Files("*.cs")];

    [Fact]
    public void Both_languages_of_the_product_have_the_same_texts() => Expect.NoBreach(Pairs.SelectMany(Translations.Missing));

    [Fact]
    public void Both_languages_of_the_product_have_the_same_placeholders() => Expect.NoBreach(Pairs.SelectMany(Translations.PlaceholdersThatDiffer));

    [Fact]
    public void The_Japanese_of_the_product_is_Japanese()
    {
        var allowed = AllowList.Read("japanese-same-as-english");

        Expect.NoBreach(Pairs.SelectMany(pair => Translations.Untranslated(pair, allowed)));
    }

    [Fact]
    public void Numbers_of_the_product_have_both_their_forms() => Expect.NoBreach(Pairs.SelectMany(Translations.HalfPlurals));

    [Fact]
    public void Every_text_that_the_product_asks_for_is_there() => Expect.NoBreach(KeyUse.Unknown(Pairs, Sources));

    [Fact]
    public void Every_text_of_the_product_is_asked_for() => Expect.NoBreach(KeyUse.Orphans(Pairs, Sources));

    [Fact]
    public void A_text_in_one_language_only_is_found()
    {
        Expect.Breach("Shell.Only", Translations.Missing(Pair(("Only", "Hello"), ("Both", "Hello"))("Both", "こんにちは")));
        Expect.Breach("Shell.Only", Translations.Missing(Pair()("Only", "こんにちは")));
        Expect.Breach("Shell.resx", ResourcePair.Read([Resx("src/Shell.resx", ("Key", "Hello"))]).SelectMany(Translations.Missing));
        Expect.NoBreach(Translations.Missing(Pair(("Post_one", "{0} post"), ("Post_other", "{0} posts"))("Post_other", "{0}件")));
    }

    [Theory]
    [InlineData("{0} of {1}", "{0}件", true)]
    [InlineData("wait {seconds}", "{minutes}分待つ", true)]
    [InlineData("{0:N0} of {1}", "{1}のうち{0:N0}", false)]
    [InlineData("{{0}}", "波括弧", false)]
    public void Placeholders_that_differ_are_found(string english, string japanese, bool found) =>
        Assert.Equal(found, Translations.PlaceholdersThatDiffer(Pair(("Key", english))("Key", japanese)).Any());

    [Theory]
    [InlineData("Home", "Home", true)]
    [InlineData("Home", "Houmu", true)]
    [InlineData("Home", "ホーム", false)]
    [InlineData("Home", "家", false)]
    public void Japanese_that_is_not_is_found(string english, string japanese, bool found)
    {
        Assert.Equal(found, Translations.Untranslated(Pair(("Key", english))("Key", japanese), None).Any());
        Assert.Empty(Translations.Untranslated(Pair(("Key", english))("Key", japanese), new HashSet<string> { "Shell.Key" }));
    }

    [Fact]
    public void A_plural_without_its_singular_is_found() =>
        Expect.Breach("Shell.Post_other", Translations.HalfPlurals(Pair(("Post_other", "{0} posts"))("Post_other", "{0}件")));

    [Theory]
    [InlineData("@T[\"Gone\"]", true)]
    [InlineData("@T[\"Here\"]", false)]
    [InlineData("@T[\"Here\", 3]", false)]
    [InlineData("@inject IStringLocalizer<Shell> Words\n@Words[\"Gone\"]", true)]
    [InlineData("@inject IStringLocalizer<Other> T\n@T[\"Here\"]", true)]
    [InlineData("@inject IStringLocalizer<Shell> T\n@T.Plural(\"Here\", n)", true)]
    [InlineData("@inject IStringLocalizer<Shell> T\n@T.Plural(\"Post\", n)", false)]
    [InlineData("@settings[\"Gone\"]", false)]
    public void A_text_that_is_not_there_is_found(string razor, bool found) =>
        Assert.Equal(found, KeyUse.Unknown([Pair(("Here", "Here"), ("Post_one", "{0} post"), ("Post_other", "{0} posts"))()], [new("Page.razor", razor)]).Any());

    [Fact]
    public void The_code_behind_knows_what_its_component_injects() =>
        Assert.Single(KeyUse.Unknown([Pair(("Here", "Here"))()], [new("Page.razor", "@inject IStringLocalizer<Shell> Words"), new("Page.razor.cs", "Words[\"Gone\"]; Words[\"Here\"];")]));

    [Theory]
    [InlineData("@T[\"Other\"]", true)]
    [InlineData("@T[\"State_open\"]", false)]
    [InlineData("Problem.Forbidden(\"State_open\")", false)]
    [InlineData("@T[$\"State_{state}\"]", false)]
    [InlineData("@T[\"State_\" + state]", false)]
    public void A_text_that_nobody_asks_for_is_found(string source, bool found) =>
        Assert.Equal(found, KeyUse.Orphans([Pair(("State_open", "Open"))()], [new("Page.razor", source)]).Any());

    [Fact]
    public void A_plural_is_asked_for_by_its_stem() =>
        Assert.Empty(KeyUse.Orphans([Pair(("Post_one", "{0} post"), ("Post_other", "{0} posts"))()], [new("Page.razor", "@T.Plural(\"Post\", n)")]));

    private static JapaneseOf Pair(params (string Key, string Value)[] english) => (key, value) =>
        Assert.Single(ResourcePair.Read([Resx("src/Shell.resx", english), Resx("src/Shell.ja.resx", key.Length > 0 ? [(key, value)] : [])]));

    private static SourceFile Resx(string path, params (string Key, string Value)[] entries) =>
        new(path, $"<root>{string.Concat(entries.Select(entry => $"""<data name="{entry.Key}"><value>{entry.Value}</value></data>"""))}</root>");

    private delegate ResourcePair JapaneseOf(string key = "", string value = "");
}
