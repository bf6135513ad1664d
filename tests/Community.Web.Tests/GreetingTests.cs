using Bunit;

namespace Community.Web.Tests;

/// <summary>Shows that bUnit works here: rendering, clicking and comparing markup.</summary>
public sealed class GreetingTests : BunitContext
{
    [Fact]
    public void A_component_renders_what_it_was_given()
    {
        var greeting = Render<Greeting>(parameters => parameters.Add(g => g.Name, "花子"));

        greeting.MarkupMatches("""<p class="greeting">花子</p> <button type="button">0</button>""");
    }

    [Fact]
    public void A_component_answers_a_click()
    {
        var greeting = Render<Greeting>();

        greeting.Find("button").Click();

        greeting.Find("button").MarkupMatches("""<button type="button">1</button>""");
    }

    [Fact]
    public void Markup_that_differs_does_not_match()
    {
        var greeting = Render<Greeting>(parameters => parameters.Add(g => g.Name, "花子"));

        Assert.ThrowsAny<Exception>(() => greeting.Find("p").MarkupMatches("<p>太郎</p>"));
    }
}
