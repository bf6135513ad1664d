using Community.Browser.Tests.Seeded;

namespace Community.Browser.Tests.Pages;

public sealed class VisitorPagesTests(Browser browser, SeededSite site, Readers readers) : IClassFixture<Readers>
{
    public static IEnumerable<TheoryDataRow<string>> Pages => PageToSee.OfVisitors;

    [Theory]
    [MemberData(nameof(Pages))]
    public Task A_page_is_without_fault_in_both_themes_and_both_languages(string name) => PageLook.FindsNoFault(name, browser, site, readers);
}
