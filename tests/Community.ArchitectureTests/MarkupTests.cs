using Community.ArchitectureTests.Reading;
using Community.ArchitectureTests.Rules;
using Community.ArchitectureTests.Samples;
using Mono.Cecil;

namespace Community.ArchitectureTests;

public sealed class MarkupTests
{
    private static readonly ModuleDefinition Here = Assemblies.Read(typeof(MarkupTests).Assembly.Location);
    private static readonly HashSet<string> None = [];

    [Fact]
    public void Every_word_of_the_product_can_be_translated()
    {
        var allowed = AllowList.Read("literal-text");

        Expect.NoBreach(Product.Modules.SelectMany(module => Markup.LiteralTexts(module, allowed)).Concat(Sources.LiteralAttributes(Product.Files("*.razor"), allowed)));
    }

    [Fact]
    public void No_element_of_the_product_is_styled_in_place() => Expect.NoBreach(Product.Modules.SelectMany(Markup.StyleAttributes));

    [Fact]
    public void Only_MarkdownBody_writes_markup_from_a_variable() => Expect.NoBreach(Product.Modules.SelectMany(Markup.UncheckedMarkup));

    [Fact]
    public void No_stylesheet_of_the_product_says_important() => Expect.NoBreach(Sources.ImportantStyles(Product.Files("*.css")));

    [Theory]
    [InlineData("\"Hello\"")]
    [InlineData("\"is here\"")]
    [InlineData("\"A picture\"")]
    [InlineData("\"A title\"")]
    public void A_word_that_nobody_can_translate_is_found(string word) =>
        Assert.Contains(Of<Untranslated>(Markup.LiteralTexts(Here, None)), breach => breach.EndsWith(word, StringComparison.Ordinal));

    [Fact]
    public void A_word_on_the_list_is_no_breach() =>
        Assert.DoesNotContain(Of<Untranslated>(Markup.LiteralTexts(Here, new HashSet<string> { "Hello" })), breach => breach.EndsWith("\"Hello\"", StringComparison.Ordinal));

    [Fact]
    public void Translated_words_figures_and_signs_are_no_breach() => Expect.NoBreach(Of<Translated>(Markup.LiteralTexts(Here, None)));

    [Theory]
    [InlineData("<button title=\"Close @Name\">", true)]
    [InlineData("<input placeholder=\"Your name\" />", true)]
    [InlineData("<button title=\"@T[\"Close\"]\" aria-label=\"@T[\"Close\"]\">", false)]
    [InlineData("@* <button title=\"Close\"> *@", false)]
    public void A_word_before_an_expression_is_found(string razor, bool found) =>
        Assert.Equal(found, Sources.LiteralAttributes([new("Page.razor", razor)], None).Any());

    [Fact]
    public void A_style_on_an_element_is_found()
    {
        Assert.NotEmpty(Of<Styled>(Markup.StyleAttributes(Here)));
        Assert.NotEmpty(Of<StyledByExpression>(Markup.StyleAttributes(Here)));
        Assert.Empty(Of<Translated>(Markup.StyleAttributes(Here)));
    }

    [Fact]
    public void Markup_from_a_variable_is_found()
    {
        Assert.NotEmpty(Of<Unchecked>(Markup.UncheckedMarkup(Here)));
        Assert.Empty(Of<Untranslated>(Markup.UncheckedMarkup(Here)));
    }

    [Fact]
    public void Markup_from_a_variable_without_its_own_type_is_found() =>
        Expect.Breach("Community.Web.Forums.Raw", Markup.UncheckedMarkup(Sample.Compile(
            """
            namespace Community.Web.Forums
            {
                public class Raw
                {
                    public void Write(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder, string html) => builder.AddMarkupContent(0, html);
                }
            }
            """,
            "Community.Web")));

    [Fact]
    public void MarkdownBody_may_write_it() =>
        Expect.NoBreach(Markup.UncheckedMarkup(Sample.Compile(
            "namespace Community.Web.Ui { public class MarkdownBody { public Microsoft.AspNetCore.Components.MarkupString Html; } }", "Community.Web")));

    [Theory]
    [InlineData("p { color: red !important; }", true)]
    [InlineData("p { color: red ! IMPORTANT; }", true)]
    [InlineData("/* never !important */ p { color: red; }", false)]
    public void Important_styles_are_found(string css, bool found) =>
        Assert.Equal(found, Sources.ImportantStyles([new("page.css", css)]).Any());

    private static IEnumerable<string> Of<TComponent>(IEnumerable<string> breaches) =>
        breaches.Where(breach => breach.StartsWith(typeof(TComponent).FullName + " ", StringComparison.Ordinal));
}
