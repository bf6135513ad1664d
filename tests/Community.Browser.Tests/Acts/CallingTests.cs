using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Acts;

/// <summary>From a token to the first call, without writing a program.</summary>
public sealed class CallingTests(Browser browser, SeededSite site)
{
    [Fact]
    public async Task A_member_makes_a_token_copies_it_and_tries_a_call()
    {
        await using var ren = await site.Arrives(browser, Who.Ren, Words.Japanese, new() { Permissions = ["clipboard-read", "clipboard-write"] });
        await ren.Opens("/me/tokens");
        await ren.Types(ren.Words.TokenName, "試し");
        await ren.Types(ren.Words.CurrentPassword, Person.Password);
        await ren.Presses(ren.Words.MakeToken);
        await ren.Presses("コピー");
        await Assertions.Expect(ren.Button("コピーしました")).ToBeVisibleAsync();

        await ren.Opens("/api");
        await ren.Field("呼び出しを試すためのトークン").FocusAsync();
        await ren.Page.Keyboard.PressAsync("Control+V");
        var me = Call(ren, "ReadMe");
        await me.Locator("summary").ClickAsync();
        await me.GetByRole(AriaRole.Button, new() { Name = "呼び出す", Exact = true }).ClickAsync();

        await Assertions.Expect(me.Locator("output")).ToContainTextAsync("200");
        await Assertions.Expect(me.GetByRole(AriaRole.Group, new() { Name = "応答の内容" })).ToContainTextAsync("\"handle\": \"ren\"");
        await Assertions.Expect(me.GetByRole(AriaRole.Group, new() { Name = "応答の内容" })).ToContainTextAsync("RateLimit-Remaining: ");

        await me.Locator("a[href='/api#type-Me']").First.ClickAsync();

        await Assertions.Expect(ren.Page.Locator("#type-Me")).ToBeVisibleAsync();
        await Assertions.Expect(ren.Field("呼び出しを試すためのトークン")).Not.ToBeEmptyAsync();
        await Assertions.Expect(me.Locator("output")).ToContainTextAsync("200");
        Assert.Empty(ren.Visitor.Complaints);
    }

    [Fact]
    public async Task A_visitor_fills_in_what_a_call_needs_and_reads_its_refusal()
    {
        await using var visitor = await site.Arrives(browser, Who.Visitor, Words.English);
        await visitor.Opens("/api");
        var forum = Call(visitor, "ReadForum");
        await forum.Locator("summary").ClickAsync();
        await forum.GetByLabel("slug", new() { Exact = true }).FillAsync(Seed.EmptyForum);

        await forum.GetByLabel("slug", new() { Exact = true }).PressAsync("Enter");

        await Assertions.Expect(forum.GetByRole(AriaRole.Group, new() { Name = "The answer" })).ToContainTextAsync($"\"slug\": \"{Seed.EmptyForum}\"");
        var start = Call(visitor, "StartTopic");
        await start.Locator("summary").ClickAsync();
        await start.GetByLabel("slug", new() { Exact = true }).FillAsync(Seed.EmptyForum);
        await start.GetByRole(AriaRole.Button, new() { Name = "Send the call", Exact = true }).ClickAsync();
        await Assertions.Expect(start.Locator("output")).ToContainTextAsync("401");
        await Assertions.Expect(start.GetByRole(AriaRole.Group, new() { Name = "The answer" })).ToContainTextAsync("\"type\": \"/problems/token-missing\"");
    }

    private static ILocator Call(Person person, string id) => person.Page.Locator($"details:has(#{id})");
}
