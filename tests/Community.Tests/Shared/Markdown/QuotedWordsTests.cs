using Community.Shared.Markdown;

namespace Community.Tests.Shared.Markdown;

public sealed class QuotedWordsTests
{
    [Theory]
    [InlineData("[quote=7]\nHer words.\n\nMore.\n[/quote]\n\nMine.", "[quote=7]\n…\n[/quote]\n\nMine.")]
    [InlineData("[quote=7]Her words.[/quote] Mine.", "[quote=7]\n…\n[/quote]\n Mine.")]
    [InlineData("Before.\n\n[quote=7]\nHer words.\n\nMine.", "Before.\n\n[quote=7]\n…\n\n\nMine.")]
    [InlineData("> [quote=7]\n> Her words.\n> [/quote]\n> Theirs.", "> [quote=7]\n> …\n> [/quote]\n> Theirs.")]
    [InlineData("[quote=8]\nHis.\n[quote=7]\nHer words.\n[/quote]\nHis.\n[/quote]", "[quote=8]\nHis.\n[quote=7]\n…\n[/quote]\nHis.\n[/quote]")]
    [InlineData("[quote=7]\nHers.\n[quote=8]\nHis in hers.\n[/quote]\nHers.\n[/quote]\nMine.", "[quote=7]\n…\n[/quote]\nMine.")]
    [InlineData("```\n[quote=7]\ncode\n[/quote]\n```", "```\n[quote=7]\ncode\n[/quote]\n```")]
    [InlineData("Nothing is quoted.", "Nothing is quoted.")]
    public void The_words_of_one_source_go_and_their_place_stays(string text, string expected) =>
        Assert.Equal(expected, QuotedWords.Without(text, source => source.PostId == 7));

    [Fact]
    public void A_name_in_the_tag_goes_with_the_words() => Assert.Equal(
        "[quote]\n…\n[/quote]", QuotedWords.Without("[quote=\"aki, post:3, topic:4\"]\nHer words.\n[/quote]", source => source.Name == "aki", nameless: true));
}
