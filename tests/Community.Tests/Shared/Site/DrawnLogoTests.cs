using Community.Shared.Site;

namespace Community.Tests.Shared.Site;

public sealed class DrawnLogoTests
{
    private const string Open = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">""";

    [Fact]
    public void A_drawing_is_kept_without_what_is_not_drawn()
    {
        var result = DrawnLogo.Check($"""<?xml version="1.0"?><!-- made by hand -->{Open}<title>山</title><defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs><g fill="url(#a)">text<path d="M0 0h10v10z"/></g></svg>""");

        Assert.True(result.Ok);
        Assert.DoesNotContain("made by hand", result.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("text", result.Value, StringComparison.Ordinal);
        Assert.Contains("<title>山</title>", result.Value, StringComparison.Ordinal);
        Assert.Equal(result.Value, DrawnLogo.Check(result.Value).Value);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "<script>")]
    [InlineData("""<path d="" onclick="alert(1)"/>""", "onclick")]
    [InlineData("""<path style="fill:red"/>""", "style")]
    [InlineData("<style>*{}</style>", "<style>")]
    [InlineData("""<path class="a"/>""", "class")]
    [InlineData("""<image href="https://example.com/a.png"/>""", "<image>")]
    [InlineData("""<use href="#a"/>""", "<use>")]
    [InlineData("""<a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="javascript:alert(1)"/>""", "<a>")]
    [InlineData("""<g xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#a"/>""", "href")]
    [InlineData("""<g fill="url(https://example.com/a)"/>""", "fill")]
    [InlineData("""<g fill="url( 'https://example.com/a' )"/>""", "fill")]
    [InlineData("""<g fill="url(#a) url(//example.com)"/>""", "fill")]
    [InlineData("""<g fill="u\72l(//example.com)"/>""", "fill")]
    [InlineData("""<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>""", "<foreignObject>")]
    [InlineData("""<animate attributeName="href" to="javascript:alert(1)"/>""", "<animate>")]
    [InlineData("""<p xmlns="http://www.w3.org/1999/xhtml">x</p>""", "<p>")]
    public void What_runs_loads_or_styles_is_refused_by_name(string inside, string what)
    {
        var problem = DrawnLogo.Check($"{Open}{inside}</svg>").Problem!;

        Assert.Equal("logo-not-allowed", problem.Code);
        Assert.Equal(what, problem.Args!["what"]);
    }

    [Theory]
    [InlineData("", "logo-not-svg")]
    [InlineData("<svg", "logo-not-svg")]
    [InlineData("<svg viewBox='0 0 1 1'/>", "logo-not-svg")]
    [InlineData("""<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>&a;</title></svg>""", "logo-not-svg")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg"/>""", "logo-no-size")]
    public void What_is_no_drawing_is_refused(string source, string code) => Assert.Equal(code, DrawnLogo.Check(source).Problem!.Code);

    [Fact]
    public void Deep_and_long_drawings_are_refused()
    {
        var deep = Open + string.Concat(Enumerable.Repeat("<g>", 500)) + string.Concat(Enumerable.Repeat("</g>", 500)) + "</svg>";

        Assert.Equal("logo-not-allowed", DrawnLogo.Check(deep).Problem!.Code);
        Assert.Equal("logo-too-long", DrawnLogo.Check(new string('a', DrawnLogo.MaxLength + 1)).Problem!.Code);
    }
}
