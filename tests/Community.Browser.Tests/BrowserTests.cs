using Microsoft.Playwright;

namespace Community.Browser.Tests;

/// <summary>Shows that the browser, its boundary and axe-core work here, on pages that the test itself serves.</summary>
public sealed class BrowserTests(Browser browser)
{
    private const string Good =
        """<!DOCTYPE html><html lang="ja"><head><meta name="viewport" content="width=device-width"><title>広場</title></head><body><main><h1>こんにちは</h1><label>名前 <input></label></main></body></html>""";

    private const string Bad =
        """<!DOCTYPE html><html lang="ja"><head><title>広場</title></head><body><main><h1>こんにちは</h1><input></main></body></html>""";

    [Fact]
    public async Task A_page_is_shown_on_a_phone_and_found_without_fault()
    {
        await using var site = await StaticSite.Serve(Good);
        await using var visitor = await browser.VisitByPhone();

        await visitor.Page.GotoAsync(site.Address);

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("こんにちは");
        Assert.Equal(390, await visitor.Page.EvaluateAsync<int>("innerWidth"));
        Assert.Empty(await visitor.Page.Faults());
    }

    [Fact]
    public async Task A_field_without_a_name_is_a_fault()
    {
        await using var site = await StaticSite.Serve(Bad);
        await using var visitor = await browser.Visit();

        await visitor.Page.GotoAsync(site.Address);

        Assert.Contains(await visitor.Page.Faults(), fault => fault.StartsWith("label ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://example.com/")]
    [InlineData("http://192.0.2.1/")]
    public async Task Nothing_off_loopback_is_reached(string address)
    {
        await using var site = await StaticSite.Serve(Good);
        await using var visitor = await browser.Visit();
        await visitor.Page.GotoAsync(site.Address);

        var answer = await visitor.Page.EvaluateAsync<string>("address => fetch(address, { mode: 'no-cors' }).then(() => 'reached', () => 'refused')", address);

        Assert.Equal("refused", answer);
        Assert.Contains($"request off loopback: {address}", visitor.Complaints);
        Assert.Contains(visitor.Complaints, complaint => complaint.Contains("ERR_NAME_NOT_RESOLVED", StringComparison.Ordinal));
    }
}
