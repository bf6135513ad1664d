using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Writing;

/// <summary>Selected words become a quote that names whose they are, whatever they hold.</summary>
public sealed class QuoteTests(Browser browser, SeededSite site)
{
    [Fact]
    public async Task _10_Selected_words_open_a_reply_that_quotes_them_with_post_and_author()
    {
        var topic = await site.Topic("引用したい言葉のある話題", "最初の段落です。\n\n波の音は夜のほうが近く聞こえます。\n\n最後の段落です。");
        await using var person = await Arrives();
        await person.Opens(topic);
        await Selects(person, "article.post .body p:nth-of-type(2)");

        await person.Page.Locator(".quote-words").ClickAsync();

        var opening = await site.Opening(topic);
        await Assertions.Expect(person.Text()).ToHaveValueAsync($"[quote={opening.Id}]\n波の音は夜のほうが近く聞こえます。\n[/quote]\n\n");
        await person.Page.Keyboard.TypeAsync("本当にそうですね。");
        await person.Presses(person.Words.PostReply);
        await Assertions.Expect(person.Post(2).Locator("blockquote")).ToContainTextAsync("波の音は夜のほうが近く聞こえます。");
        await Assertions.Expect(person.Post(2).Locator("blockquote header")).ToContainTextAsync("あおい");
        await Assertions.Expect(person.Post(2).Locator("blockquote header a").First).ToHaveAttributeAsync("href", $"/p/{opening.Id}");
        Assert.Empty(person.Visitor.Complaints);
    }

    [Fact]
    public async Task _10_Into_an_open_reply_the_quote_goes_where_the_caret_is()
    {
        var topic = await site.Topic("書いている途中で引用する", "途中で引用したくなる言葉です。");
        await using var person = await Arrives();
        await person.Writes(topic, "先に書いた言葉。");
        await person.Page.Locator("article.post .body p").ClickAsync(new() { ClickCount = 3 });

        await person.Page.Locator(".quote-words").ClickAsync();

        await Assertions.Expect(person.Text()).ToHaveValueAsync($"先に書いた言葉。\n\n[quote={(await site.Opening(topic)).Id}]\n途中で引用したくなる言葉です。\n[/quote]\n\n");
        await person.Page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(person.Text()).ToHaveValueAsync("先に書いた言葉。");
    }

    [Fact]
    public async Task _10_Markup_and_tags_in_quoted_words_stay_words()
    {
        const string words = "[/quote] **x** <b>y</b> [quote=1] # z @ren `c` ~~s~~ snake_case";
        var topic = await site.Topic("記号だらけの投稿について", $"```\n{words}\n# 見出しではない\n1. 番号ではない\n```");
        await using var person = await Arrives();
        await person.Opens(topic);
        await Selects(person, "article.post .body pre");
        await person.Page.Locator(".quote-words").ClickAsync();
        await Assertions.Expect(person.Text()).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("見出しではない"));
        await person.Text().PressSequentiallyAsync("これは私の言葉です。");
        await person.Presses(person.Words.PostReply);

        var quote = person.Post(2).Locator("blockquote");
        await Assertions.Expect(quote).ToHaveCountAsync(1);
        await Assertions.Expect(quote).ToContainTextAsync(words);
        await Assertions.Expect(quote).ToContainTextAsync("# 見出しではない");
        await Assertions.Expect(quote).ToContainTextAsync("1. 番号ではない");
        Assert.Equal(0, await quote.Locator("strong, b, h1, ol, code, del").CountAsync());
        await Assertions.Expect(quote).Not.ToContainTextAsync("私の言葉");
        Assert.Empty(person.Visitor.Complaints);
    }

    [Fact]
    public async Task _10_What_lies_outside_of_one_post_is_not_quoted()
    {
        var topic = await site.Topic("選びすぎたときのこと", "ここから先まで選んでしまいました。");
        await site.Answers(Who.Kai, topic, "二つめの投稿です。");
        await using var person = await Arrives();
        await person.Opens(topic);
        await Selects(person, "article.post .body p");
        await Assertions.Expect(person.Page.Locator(".quote-words")).ToBeVisibleAsync();

        await person.Page.EvaluateAsync("() => getSelection().setBaseAndExtent(document.querySelector('#post-1 .body p'), 0, document.querySelector('#post-2 .body p'), 1)");

        await Assertions.Expect(person.Page.Locator(".quote-words")).ToHaveCountAsync(0);
    }

    private static async Task Selects(Person person, string selector)
    {
        await Assertions.Expect(person.Page.Locator(selector).First).ToBeVisibleAsync();
        await person.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await person.Page.EvaluateAsync("selector => getSelection().selectAllChildren(document.querySelector(selector))", selector);
    }

    private Task<Person> Arrives() => site.Arrives(browser, Who.Ren, Words.Japanese);
}
