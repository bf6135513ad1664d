using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
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
}
