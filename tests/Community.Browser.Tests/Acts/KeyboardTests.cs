using Community.Browser.Tests.Live;
using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Community.Ideas;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Acts;

public sealed class KeyboardTests(Browser browser, SeededSite site)
{
    [Fact]
    public async Task Somebody_signs_in_reads_replies_reacts_and_signs_out_without_a_mouse()
    {
        await using var person = new Person(await browser.Visit(), site.Address, Words.English);
        var hands = new Keyboard(person);
        await person.Opens(site.Places.QuestionForKeyboard);

        await hands.Press(person.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "Log in" }));
        // Typing begins in the first field.
        await Assertions.Expect(person.Field(person.Words.Email)).ToBeFocusedAsync();
        await person.Page.Keyboard.TypeAsync(Seed.EmailOf(Who.Ren));
        await hands.Type(person.Field(person.Words.Password), Person.Password);
        await hands.Enter();
        await Assertions.Expect(person.Post(1)).ToContainTextAsync("which lamp");

        await hands.Press(person.Post(1).GetByRole(AriaRole.Button, new() { Name = person.Words.Heart }).First);
        await Assertions.Expect(person.Post(1).GetByRole(AriaRole.Button, new() { Name = person.Words.Heart, Pressed = true }).First).ToBeVisibleAsync();

        await hands.Press(person.Link(person.Words.WriteReply));
        await Assertions.Expect(person.Field(person.Words.Text)).ToBeFocusedAsync();
        await person.Page.Keyboard.TypeAsync("The small one with the red light is enough for the harbour wall.");
        await hands.Press(person.Button(person.Words.PostReply));
        await Assertions.Expect(person.Post(2)).ToContainTextAsync("the red light is enough");

        await hands.Press(person.Page.GetByLabel(person.Words.MenuOf("蓮")));
        await hands.Press(person.Button(person.Words.SignOut));
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "Log in" })).ToBeVisibleAsync();
        Assert.Empty(person.Visitor.Complaints);
    }

    [Fact]
    public async Task In_a_list_the_key_backs_the_idea_on_which_the_walk_stands_and_no_other()
    {
        const string title = "A tent bag with a window";
        var submitted = await site.Services.GetRequiredService<SubmitIdea>().Run(
            await site.Services.ActorOf(Who.Aoi), new SubmitIdea.Input("ideas", title, "So that I see which of the three tents I am about to unpack.", null, Guid.NewGuid()));
        Assert.True(submitted.Ok);
        await using var ren = await site.Arrives(browser, Who.Ren, Words.English);
        await ren.Opens("/ideas?sort=new");
        var row = ren.Page.Locator(".idea-card").Filter(new() { HasText = title });
        var backed = row.GetByRole(AriaRole.Button, new() { Pressed = true });

        // Nobody stands anywhere yet, and this one is on top.
        await ren.Page.Keyboard.PressAsync("v");
        await ren.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(ren.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Back it where you are in the list");
        await ren.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(backed).ToHaveCountAsync(0);

        await row.Locator(".title a").FocusAsync();
        await ren.Page.Keyboard.PressAsync("v");
        await Assertions.Expect(backed).ToBeVisibleAsync();
        await Assertions.Expect(row.Locator(".title a")).ToBeFocusedAsync();

        await ren.Page.Keyboard.PressAsync("v");
        await Assertions.Expect(row.GetByRole(AriaRole.Button, new() { Pressed = false })).ToBeVisibleAsync();
        Assert.Empty(ren.Visitor.Complaints);
    }

    [Fact]
    public async Task A_vote_in_a_list_leaves_the_rows_and_the_focus_where_they_are()
    {
        await using var ren = await site.Arrives(browser, Who.Ren, Words.English);
        await ren.Opens("/ideas");
        var titles = ren.Page.Locator(".idea-card .title");
        var before = await titles.AllInnerTextsAsync();
        var row = ren.Page.Locator(".idea-card").Filter(new() { Has = ren.Page.GetByRole(AriaRole.Button, new() { Pressed = false }) }).Last;
        var title = await row.Locator(".title").InnerTextAsync();
        row = ren.Page.Locator(".idea-card").Filter(new() { HasText = title });

        await row.Locator("button.vote").FocusAsync();
        await ren.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(row.GetByRole(AriaRole.Button, new() { Pressed = true })).ToBeFocusedAsync();
        Assert.Equal(before, await titles.AllInnerTextsAsync());

        // Nobody else's vote is taken back by going on.
        await ren.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(row.GetByRole(AriaRole.Button, new() { Pressed = false })).ToBeFocusedAsync();
        Assert.Equal(before, await titles.AllInnerTextsAsync());
        Assert.Empty(ren.Visitor.Complaints);
    }
}
