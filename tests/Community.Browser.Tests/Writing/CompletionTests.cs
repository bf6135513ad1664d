using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Writing;

/// <summary>Names and emoji are offered while somebody types, and never get in the way of an input method.</summary>
public sealed class CompletionTests(Browser browser, SeededSite site)
{
    [Fact]
    public async Task _10_The_people_of_the_topic_are_offered_first_and_Enter_takes_one()
    {
        var topic = await site.Topic("誰に聞けばいいのでしょうか", "詳しい人を探しています。");
        await site.Answers(Who.Kai, topic, "私は詳しくありません。");
        await using var person = await Arrives(Who.Ren);
        await person.Writes(topic, "こんにちは@");

        await Assertions.Expect(person.Offers().First).ToContainTextAsync("@kai");
        await Assertions.Expect(person.Offers().Nth(1)).ToContainTextAsync("@aoi");
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Option, new() { Selected = true })).ToContainTextAsync("@kai");
        Assert.Empty(await person.Page.Faults());
        await person.Page.Keyboard.PressAsync("ArrowDown");
        await person.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(person.Text()).ToHaveValueAsync("こんにちは@aoi ");
        await person.Page.Keyboard.TypeAsync("@ka");
        await person.Offers().First.ClickAsync();
        await Assertions.Expect(person.Text()).ToHaveValueAsync("こんにちは@aoi @kai ");
        await Assertions.Expect(person.Text()).ToBeFocusedAsync();
        Assert.Empty(person.Visitor.Complaints);
    }

    [Fact]
    public async Task _10_Names_are_asked_for_once_typing_pauses()
    {
        await using var person = await Arrives(Who.Ren);
        await person.Page.Clock.InstallAsync();
        await person.Writes(await site.Topic("速く打つ人のための話題", "速く打つと何回聞かれるのでしょうか。"));
        await person.Page.Clock.PauseAtAsync(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1));
        var asked = new List<string>();
        person.Page.Request += (_, request) =>
        {
            if (request.Url.Contains("/people?place", StringComparison.Ordinal))
                asked.Add(request.Url);
        };
        await person.Page.Keyboard.TypeAsync("@aoi");
        await person.Page.Clock.RunForAsync(149);
        Assert.Empty(asked);

        await person.Page.Clock.RunForAsync(1);

        await Assertions.Expect(person.Offers().First).ToContainTextAsync("@aoi");
        Assert.Single(asked);
    }

    [Fact]
    public async Task _10_Nothing_is_asked_chosen_or_sent_while_an_input_method_composes()
    {
        await using var person = await Arrives(Who.Ren);
        var topic = await site.Topic("日本語入力の途中で", "変換中に Enter を押すとどうなりますか。");
        await person.Writes(topic, "@aoi");
        await Assertions.Expect(person.Offers().First).ToContainTextAsync("@aoi");
        var asked = 0;
        person.Page.Request += (_, request) => asked += request.Url.Contains("/people?place", StringComparison.Ordinal) ? 1 : 0;

        // The Enter that ends a composition, as Chrome and as Safari tell it.
        foreach (var init in (string[])["{ key: 'Enter', isComposing: true }", "{ key: 'Enter', keyCode: 229 }", "{ key: 'Enter', ctrlKey: true, isComposing: true }", "{ key: 'Escape', keyCode: 229 }"])
            Assert.True(await person.Text().EvaluateAsync<bool>($"field => field.dispatchEvent(new KeyboardEvent('keydown', {{ bubbles: true, cancelable: true, ...{init} }}))"));
        await Assertions.Expect(person.Text()).ToHaveValueAsync("@aoi");

        var keys = await person.Page.Context.NewCDPSessionAsync(person.Page);
        await person.Text().FillAsync("@");
        await Assertions.Expect(person.Offers().First).ToBeVisibleAsync();
        var before = asked;
        await keys.SendAsync("Input.imeSetComposition", new() { ["text"] = "れ", ["selectionStart"] = 1, ["selectionEnd"] = 1 });
        await Assertions.Expect(person.Offers()).ToHaveCountAsync(0);
        await keys.SendAsync("Input.imeSetComposition", new() { ["text"] = "あお", ["selectionStart"] = 2, ["selectionEnd"] = 2 });
        Assert.Equal(before, asked);
        await keys.SendAsync("Input.insertText", new() { ["text"] = "あおい" });

        await Assertions.Expect(person.Offers().First).ToContainTextAsync("@aoi");
        await person.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(person.Text()).ToHaveValueAsync("@aoi ");
        Assert.Empty(person.Visitor.Complaints);
    }

    [Theory]
    [InlineData("```\n@aoi")]
    [InlineData("`@aoi")]
    [InlineData("> @aoi")]
    [InlineData("[quote=1]\n@aoi")]
    [InlineData("mail@aoi")]
    [InlineData("    :tada")]
    [InlineData("場所:桜")]
    [InlineData("12:30")]
    public async Task _10_Nothing_is_offered_where_it_means_nothing(string text)
    {
        await using var person = await Arrives(Who.Ren);
        await person.Page.Clock.InstallAsync();
        await person.Writes(await site.Topic("どこでは候補が出ないのか", $"コードや引用の中のことです。{Guid.NewGuid()}"));
        var asked = 0;
        person.Page.Request += (_, request) => asked += request.Url.Contains("/people?place", StringComparison.Ordinal) ? 1 : 0;

        await person.Text().FillAsync(text);
        await person.Page.Clock.RunForAsync(2000);

        Assert.Equal(0, asked);
        await Assertions.Expect(person.Offers()).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task _10_A_hostile_name_is_words()
    {
        var handle = await site.Stranger("zz-hostile", "<img src=x onerror=alert(1)>\u202eexe");
        await using var person = await Arrives(Who.Ren);
        await person.Writes(await site.Topic("変わった名前の人について", "名前に記号を入れる人がいます。"), "@zz-host");

        await Assertions.Expect(person.Offers().First).ToContainTextAsync("<img src=x onerror=alert(1)>");
        Assert.Equal(0, await person.Offers().Locator("img").CountAsync());
        await person.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(person.Text()).ToHaveValueAsync($"@{handle} ");
        Assert.Empty(person.Visitor.Complaints);
    }

    [Fact]
    public async Task _10_Emoji_are_found_by_their_names_in_both_languages_and_picked_from_a_sheet()
    {
        await using var person = await Arrives(Who.Ren);
        await person.Writes(await site.Topic("絵文字をどう入れますか", "毎回探すのが大変です。"), "今日は :sakur");
        await Assertions.Expect(person.Offers().First).ToContainTextAsync("🌸");
        await person.Page.Keyboard.PressAsync("Enter");
        await person.Page.Keyboard.TypeAsync(" :とうだ");
        await Assertions.Expect(person.Offers()).ToHaveCountAsync(0);
        await person.Text().FillAsync("今日は🌸 :サクラ");
        await Assertions.Expect(person.Offers().First).ToContainTextAsync("🌸");
        await person.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(person.Text()).ToHaveValueAsync("今日は🌸 🌸");

        await person.Presses("絵文字");
        var search = person.Page.GetByRole(AriaRole.Searchbox, new() { Name = "絵文字を探す" });
        await Assertions.Expect(search).ToBeFocusedAsync();
        await search.FillAsync("お祝い");
        Assert.Empty(await person.Page.Faults());
        await person.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(person.Text()).ToHaveValueAsync("今日は🌸 🌸🥳");
        await Assertions.Expect(search).ToHaveCountAsync(0);
        Assert.Empty(person.Visitor.Complaints);
    }

    private Task<Person> Arrives(Who who) => site.Arrives(browser, who, Words.Japanese);
}
