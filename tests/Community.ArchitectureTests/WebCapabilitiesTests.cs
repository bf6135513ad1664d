using Community.ArchitectureTests.Reading;
using Community.ArchitectureTests.Rules;

namespace Community.ArchitectureTests;

public sealed class WebCapabilitiesTests
{
    [Fact]
    public void The_product_keeps_its_pages_apart() => Expect.NoBreach(Product.Modules.SelectMany(WebCapabilities.Breaches));

    [Theory]
    [InlineData("Web.Forums", "Web.Ideas")]
    [InlineData("Web.Ui", "Web.Forums")]
    [InlineData("Web.Shell", "Web.Forums")]
    [InlineData("Web.Account", "Web.Members")]
    [InlineData("Web.Forums", "Ideas")]
    [InlineData("Web.Forums", "Notifications")]
    [InlineData("Web.Forums", "Insights.Contract")]
    [InlineData("Web.Shell", "Insights")]
    [InlineData("Web.Account", "Forums")]
    public void A_page_that_reaches_into_another_room_is_found(string importer, string imported) =>
        Expect.Breach($"Community.{importer}.Page names Community.{imported}.Thing", WebCapabilities.Breaches(Importing(importer, imported)));

    [Theory]
    [InlineData("Web.Forums", "Forums")]
    [InlineData("Web.Forums", "Discussions")]
    [InlineData("Web.Forums", "Ideas.Contract")]
    [InlineData("Web.Forums", "Notifications.Contract")]
    [InlineData("Web.Forums", "Web.Ui")]
    [InlineData("Web.Forums", "Web.Shell")]
    [InlineData("Web.Forums", "Web.Hosting")]
    [InlineData("Web.Account", "Members")]
    [InlineData("Web.Admin", "Forums")]
    [InlineData("Web.Insights", "Ideas")]
    [InlineData("Web.Hosting", "Web.Forums")]
    public void What_a_page_may_use_is_no_breach(string importer, string imported) =>
        Expect.NoBreach(WebCapabilities.Breaches(Importing(importer, imported)));

    private static Mono.Cecil.ModuleDefinition Importing(string importer, string imported) => Sample.Compile(
        $$"""
        namespace Community.{{imported}} { public class Thing; }
        namespace Community.{{importer}} { public class Page { public object Use() => new Community.{{imported}}.Thing(); } }
        """,
        "Community.Web");
}
