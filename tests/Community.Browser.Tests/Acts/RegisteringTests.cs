using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Community.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Acts;

public sealed class RegisteringTests(Browser browser, SeededSite site)
{
    [Theory]
    [InlineData("hana", true)]
    [InlineData("toru", false)]
    public async Task A_double_click_registers_once(string handle, bool hasScript)
    {
        await using var person = await site.Arrives(browser, Who.Visitor, Words.Japanese, new() { JavaScriptEnabled = hasScript });
        await person.Opens("/account/register");
        await person.FillsRegistration(handle, $"{handle}@example.com");

        await person.Main.GetByRole(AriaRole.Button, new() { Name = person.Words.Register, Exact = true }).DblClickAsync();

        await person.Page.WaitForURLAsync("**/account/sent");
        Assert.Equal(1, await Count(handle));
        Assert.Empty(person.Visitor.Complaints);
    }

    [Fact]
    public async Task Going_back_afterwards_registers_nobody_again()
    {
        await using var person = await site.Arrives(browser, Who.Visitor, Words.English);
        await person.Registers("mika", "mika@example.com");

        await person.Page.GoBackAsync();
        await person.Page.ReloadAsync();

        await Assertions.Expect(person.Heading).ToHaveTextAsync(person.Words.Register);
        Assert.Equal(1, await Count("mika"));
    }

    [Fact]
    public async Task What_was_typed_is_still_there_after_a_refusal()
    {
        await using var person = await site.Arrives(browser, Who.Visitor, Words.Japanese);
        await person.Opens("/account/register");
        await person.FillsRegistration("aoi", "someone@example.com", "そらの人");

        await person.SendsUnchecked(person.Words.Register);

        await Assertions.Expect(person.Field(person.Words.UserName)).ToHaveValueAsync("aoi");
        await Assertions.Expect(person.Field(person.Words.UserName)).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(person.Field(person.Words.Email)).ToHaveValueAsync("someone@example.com");
        await Assertions.Expect(person.Page.GetByLabel(person.Words.DisplayName)).ToHaveValueAsync("そらの人");
        await Assertions.Expect(person.Page.GetByLabel(person.Words.Agreement)).ToBeCheckedAsync();
        await Assertions.Expect(person.Field(person.Words.Password)).ToHaveValueAsync("");
    }

    private Task<int> Count(string handle) => site.Services.GetRequiredService<CommunityData>().Read(db => db.Members.CountAsync(m => m.Handle == handle));
}
