using Community.Shared.Site;

namespace Community.Tests.Shared.Site;

public sealed class BrandColoursTests
{
    public static TheoryData<string> Accents => [.. from r in Steps from g in Steps from b in Steps select $"#{r:x2}{g:x2}{b:x2}"];

    private static int[] Steps => [0, 64, 128, 192, 255];

    [Theory]
    [MemberData(nameof(Accents))]
    public void Text_on_the_accent_reads_in_both_themes_whatever_the_brand_chose(string accent)
    {
        var colours = BrandColours.Of(accent);

        Assert.InRange(Contrast.Of(colours.Light, colours.OnLight), 4.5, 21);
        Assert.InRange(Contrast.Of(colours.Dark, colours.OnDark), 4.5, 21);
    }

    [Fact]
    public void An_accent_that_already_reads_stays_as_it_is() => Assert.Equal("#17694f", BrandColours.Of("#17694f").Light);

    [Theory]
    [InlineData("")]
    [InlineData("red")]
    [InlineData("#12345")]
    [InlineData("#12345g")]
    [InlineData("#ffffff}body{display:none")]
    public void What_is_no_colour_counts_as_the_built_in_accent(string accent) =>
        Assert.Equal(BrandColours.Of(new SiteSettings().Accent), BrandColours.Of(accent));

    [Theory]
    [InlineData("#ffffff", "#000000", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#17694f", "#17694f", 1)]
    public void Contrast_is_that_of_the_guidelines(string first, string second, double ratio) => Assert.Equal(ratio, Contrast.Of(first, second), 0.01);
}
