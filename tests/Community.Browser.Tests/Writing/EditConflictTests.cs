using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Community.Discussions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Writing;

/// <summary>An edit that somebody else's came before: what it was, what is there now, and mine.</summary>
public sealed class EditConflictTests(Browser browser, SeededSite site)
{
    private const string Body = "灯台は丘の上にあります。\n\n道は静かです。\n\n海が見えます。";
    private const string Theirs = "灯台は丘の上にあります。\n\n道はとても静かです。\n\n海がよく見えます。";
    private const string Mine = "灯台は岬の上にあります。\n\n道は静かです。\n\n海が少し見えます。";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task _13_Whose_words_are_taken_is_chosen_place_by_place(bool hasScript)
    {
        var topic = await site.Topic("灯台までの道を教えてください", Body);
        await using var person = await Arrives(hasScript);
        await Conflicts(person, topic);

        await Assertions.Expect(person.Main.GetByText("Miaさんがこの投稿を変更しました")).ToBeVisibleAsync();
        await Assertions.Expect(Place(person, 1)).ToContainTextAsync("あなただけが変更");
        await Assertions.Expect(Place(person, 2)).ToContainTextAsync("ほかの人だけが変更");
        await Assertions.Expect(Place(person, 3)).ToContainTextAsync("両方が変更しました");
        await Assertions.Expect(person.Field("まとめた本文")).ToHaveValueAsync("灯台は岬の上にあります。\n\n道はとても静かです。\n\n海が少し見えます。");
        if (hasScript)
            Assert.Empty(await person.Page.Faults());

        await person.Presses(person.Words.Save);
        await Assertions.Expect(person.Alert.First).ToContainTextAsync("両方が変更した箇所");
        await Place(person, 3).GetByLabel("いまの文章を使う").CheckAsync();
        await person.Presses("まとめる");
        await Assertions.Expect(person.Field("まとめた本文")).ToHaveValueAsync("灯台は岬の上にあります。\n\n道はとても静かです。\n\n海がよく見えます。");
        await person.Presses(person.Words.Save);

        await Assertions.Expect(person.Post(1)).ToContainTextAsync("海がよく見えます。");
        await Assertions.Expect(person.Post(1)).ToContainTextAsync("岬の上");
        await Assertions.Expect(person.Post(1)).ToContainTextAsync("とても静か");
        Assert.Empty(person.Visitor.Complaints);
    }

    [Fact]
    public async Task _13_What_is_written_into_the_merged_text_stays_when_choices_follow()
    {
        var topic = await site.Topic("灯台までの坂を教えてください", Body);
        await using var person = await Arrives();
        await Conflicts(person, topic);

        await person.Types("まとめた本文", "灯台は岬の上にあります。\n\n道はとても静かです。\n\n海が少し見えます。\n\n夜は冷えます。");
        await Place(person, 3).GetByLabel("いまの文章を使う").CheckAsync();
        await person.Presses(person.Words.Save);

        await Assertions.Expect(person.Post(1)).ToContainTextAsync("海がよく見えます。");
        await Assertions.Expect(person.Post(1)).ToContainTextAsync("夜は冷えます。");
    }

    [Fact]
    public async Task _13_Changed_once_more_meanwhile_it_is_weighed_anew()
    {
        var topic = await site.Topic("灯台までの橋を教えてください", Body);
        await using var person = await Arrives();
        await Conflicts(person, topic);
        await Place(person, 3).GetByLabel("自分の文章を使う").CheckAsync();
        await Edits(topic, Theirs + "\n\n橋は工事中です。");

        await person.Presses(person.Words.Save);

        await Assertions.Expect(person.Field("まとめた本文")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("橋は工事中です"));
        await Assertions.Expect(person.Field("まとめた本文")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("岬の上"));
        Assert.Equal(Theirs + "\n\n橋は工事中です。", (await site.Opening(topic)).Body);
        await Place(person, 2).GetByLabel("自分の文章を使う").CheckAsync();
        await person.Presses(person.Words.Save);
        await Assertions.Expect(person.Post(1)).ToContainTextAsync("橋は工事中です");
        await Assertions.Expect(person.Post(1)).ToContainTextAsync("海が少し見えます。");
    }

    [Fact]
    public async Task _13_A_draft_of_an_old_version_finds_what_it_began_with()
    {
        var topic = await site.Topic("灯台までの船を教えてください", Body);
        await using var person = await Arrives();
        var address = $"/p/{(await site.Opening(topic)).Id}/edit";
        await person.Opens(address);
        await person.Types(person.Words.Text, Mine);
        await Assertions.Expect(person.Main.GetByText("下書きを保存しました")).ToBeVisibleAsync();
        await Edits(topic, Theirs);
        await person.Opens(address);
        await person.Follows("続きを書く");

        await person.Presses(person.Words.Save);

        await Assertions.Expect(Place(person, 1)).ToContainTextAsync("あなただけが変更");
        await Assertions.Expect(Place(person, 2)).ToContainTextAsync("ほかの人だけが変更");
    }

    private async Task Conflicts(Person person, string topic)
    {
        await person.Opens($"/p/{(await site.Opening(topic)).Id}/edit");
        await Edits(topic, Theirs);
        await person.Types(person.Words.Text, Mine);
        await person.Presses(person.Words.Save);
    }

    private async Task Edits(string topic, string text)
    {
        var post = await site.Opening(topic);
        var done = await site.Services.GetRequiredService<EditPost>().Run(await site.Actor(Who.Mia), new EditPost.Input(post.Id, post.Version, text, Reason: "読みやすくしました。"));
        Assert.True(done.Ok, done.Problem?.Code);
    }

    private static ILocator Place(Person person, int number) => person.Main.GetByRole(AriaRole.Group, new() { NameRegex = new($"^{number} か所目") });

    private Task<Person> Arrives(bool hasScript = true) => site.Arrives(browser, Who.Aoi, Words.Japanese, new() { JavaScriptEnabled = hasScript });
}
