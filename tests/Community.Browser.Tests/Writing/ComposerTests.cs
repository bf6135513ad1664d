using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Writing;

/// <summary>What the form does beyond a plain field: its bar and its keys, the preview, and that none of it is needed.</summary>
public sealed class ComposerTests(Browser browser, SeededSite site)
{
    private const string Everything = "**太字** と *斜体* と `code`\n\n> 引用\n\n- 一つめ\n- 二つめ\n\n@ren さん :tada: <b>x</b>\n\n```\n<script>alert(1)</script>\n```\n\n[道](https://example.com/)";

    [Fact]
    public async Task _10_The_bar_and_the_keys_write_Markdown_and_take_it_back()
    {
        await using var person = await Arrives(Who.Ren);
        await person.Writes(await site.Topic("道具箱の書式について", "道具箱には何を入れていますか。"), "灯台");
        await person.Text().SelectTextAsync();

        foreach (var (keys, expected) in ((string, string)[])[
            ("Control+b", "**灯台**"), ("Control+b", "灯台"), ("Control+i", "*灯台*"), ("Control+i", "灯台"), ("Control+e", "`灯台`"), ("Control+e", "灯台"),
            ("Control+Shift+Period", "> 灯台"), ("Control+Shift+Period", "灯台"), ("Control+Shift+8", "- 灯台"), ("Control+Shift+8", "灯台"), ("Control+Shift+7", "1. 灯台")])
        {
            await person.Page.Keyboard.PressAsync(keys);
            await Assertions.Expect(person.Text()).ToHaveValueAsync(expected);
        }

        await person.Page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(person.Text()).ToHaveValueAsync("灯台");
        await person.Text().SelectTextAsync();
        await person.Presses("リンク");
        await Assertions.Expect(person.Text()).ToHaveValueAsync("[灯台](https://)");
        Assert.Equal("https://", await person.Page.EvaluateAsync<string>("getSelection().toString()"));
        Assert.Empty(person.Visitor.Complaints);
    }

    [Fact]
    public async Task _10_The_preview_is_what_the_post_becomes()
    {
        var topic = await site.Topic("下書きの見え方は本当に同じですか", "書いている間の見え方と、投稿した後の見え方のことです。");
        await using var person = await Arrives(Who.Ren);
        await person.Writes(topic);
        await Assertions.Expect(person.Page.Locator("[data-composer]")).ToHaveAttributeAsync("data-island", "");
        await person.Presses("書きながらプレビュー");

        await person.Text().FillAsync(Everything);

        var preview = person.Page.Locator(".composer .preview .body");
        await Assertions.Expect(preview).ToContainTextAsync("二つめ");
        var shown = await Html(preview);
        await person.Presses(person.Words.PostReply);
        await Assertions.Expect(person.Post(2)).ToContainTextAsync("二つめ");
        Assert.Equal(await Html(person.Post(2).Locator(".body")), shown);
        Assert.Empty(person.Visitor.Complaints);
    }

    [Fact]
    public async Task _10_When_the_island_loses_its_server_no_letter_is_lost_and_the_form_still_sends()
    {
        var topic = await site.Topic("途中で電波が切れたら", "トンネルの中で書いていることがあります。");
        await using var person = await Arrives(Who.Ren);
        await person.Page.AddInitScriptAsync("const Plain = WebSocket; window.sockets = []; window.WebSocket = class extends Plain { constructor(...a) { super(...a); window.sockets.push(this); } };");
        await person.Writes(topic, "トンネルに入る前");
        await Assertions.Expect(person.Page.Locator("[data-composer]")).ToHaveAttributeAsync("data-island", "");
        await person.Presses("書きながらプレビュー");
        await Assertions.Expect(person.Page.Locator(".composer .preview")).ToContainTextAsync("入る前");

        await person.Page.RouteAsync(url => url.Contains("/_blazor", StringComparison.Ordinal), route => route.AbortAsync());
        await person.Page.EvaluateAsync("() => { window.WebSocket = class { constructor() { throw new Error('no network'); } }; sockets.forEach(one => one.close()); }");
        await Assertions.Expect(person.Page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
        await person.Text().PressSequentiallyAsync("、そして出た後");

        await Assertions.Expect(person.Text()).ToHaveValueAsync("トンネルに入る前、そして出た後");
        await person.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(person.Post(2)).ToContainTextAsync("トンネルに入る前、そして出た後");
    }

    [Fact]
    public async Task _10_A_page_that_is_only_read_opens_no_island()
    {
        var topic = await site.Topic("読むだけの日もあります", "書かずに読むだけの日のことを話しませんか。");
        await using var person = await Arrives(Who.Ren);
        var asked = new List<string>();
        person.Page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);

        await person.Opens(topic);
        await Assertions.Expect(person.Post(1)).ToBeVisibleAsync();

        Assert.DoesNotContain(asked, path => path.StartsWith("/_blazor", StringComparison.Ordinal) || path.Contains("composer", StringComparison.Ordinal) || path.Contains("emoji", StringComparison.Ordinal));
        Assert.DoesNotContain("Blazor-Server", await person.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task _10_Control_and_Enter_send_once_however_often_they_are_pressed()
    {
        var topic = await site.Topic("急いで送りたいとき", "キーを何度も押してしまうことがあります。");
        await using var person = await Arrives(Who.Ren);
        await person.Writes(topic, "一度だけのはずの返事です。");

        foreach (var _ in Enumerable.Range(0, 3))
            await person.Page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(person.Post(2)).ToContainTextAsync("一度だけのはずの返事です。");
        await person.Opens(topic);
        await Assertions.Expect(person.Page.Locator("article.post")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task _10_Escape_closes_and_the_draft_is_kept()
    {
        var topic = await site.Topic("途中で閉じたくなったとき", "閉じたら消えてしまうのでしょうか。");
        await using var person = await Arrives(Who.Kai);
        await person.Writes(topic, "また今度、続きを書きます。");

        await person.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(person.Text()).ToHaveCountAsync(0);
        await person.Opens(topic + "?reply=0");
        await person.Follows("続きを書く");
        await Assertions.Expect(person.Text()).ToHaveValueAsync("また今度、続きを書きます。");
    }

    [Fact]
    public async Task _10_The_sheet_of_keys_opens_by_a_question_mark_and_by_its_button()
    {
        await using var person = await Arrives(Who.Ren);
        await person.Writes(await site.Topic("キーの一覧はどこにありますか", "どのキーで何ができるのか知りたいです。"));
        var sheet = person.Page.GetByRole(AriaRole.Dialog, new() { Name = "キーボードショートカット" });

        await person.Presses("キーボードショートカット");
        await Assertions.Expect(sheet).ToBeVisibleAsync();
        await person.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(sheet).ToBeHiddenAsync();

        await person.Post(1).FocusAsync();
        await person.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(sheet).ToBeVisibleAsync();
        Assert.Empty(await person.Page.Faults());
    }

    [Fact]
    public async Task _10_The_sheet_of_keys_opens_where_nobody_writes_too()
    {
        await using var person = await Arrives(Who.Ren);
        await person.Opens(await site.Topic("読むときのキーは何がありますか", "読むだけのときに使えるキーのことです。"));
        var sheet = person.Page.GetByRole(AriaRole.Dialog, new() { Name = "キーボードショートカット" });

        await person.Page.Keyboard.PressAsync("?");

        await Assertions.Expect(sheet).ToBeVisibleAsync();
        Assert.Empty(await person.Page.Faults());
        await sheet.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(sheet).ToBeHiddenAsync();
    }

    [Fact]
    public async Task _10_Enter_goes_on_with_a_list_and_ends_it_after_an_item_without_words()
    {
        await using var person = await Arrives(Who.Ren);
        await person.Writes(await site.Topic("持ち物の一覧を書くとき", "一覧にして書くことが多いです。"));

        foreach (var (text, expected) in ((string, string)[])[
            ("- 灯台", "- 灯台\n- "), ("9. 灯台", "9. 灯台\n10. "), ("  * 灯台", "  * 灯台\n  * "), ("- 灯台\n- ", "- 灯台\n"), ("灯台", "灯台\n"), ("```\n- 灯台", "```\n- 灯台\n")])
        {
            await person.Text().FillAsync(text);
            await person.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(person.Text()).ToHaveValueAsync(expected);
        }
    }

    [Fact]
    public async Task _10_Without_script_it_is_a_plain_form()
    {
        var topic = await site.Topic("スクリプトを切っている人へ", "それでも書けるのか心配しています。");
        await using var person = await site.Arrives(browser, Who.Sora, Words.Japanese, new() { JavaScriptEnabled = false });
        await person.Opens(topic + "?reply=0#reply");

        await Assertions.Expect(person.Page.GetByRole(AriaRole.Toolbar)).ToHaveCountAsync(0);
        await Assertions.Expect(person.Page.Locator("dialog")).ToBeHiddenAsync();
        await person.Types(person.Words.Text, "書けました。**太字**も使えます。");
        await person.Presses("プレビュー");
        await Assertions.Expect(person.Main.Locator(".card .body strong")).ToHaveTextAsync("太字");
        await person.Presses(person.Words.PostReply);

        await Assertions.Expect(person.Post(2)).ToContainTextAsync("太字も使えます。");
        Assert.Empty(person.Visitor.Complaints);
    }

    [Fact]
    public async Task _10_With_ten_forms_open_the_next_is_a_plain_one_and_shows_the_text_when_asked()
    {
        var writer = await site.Joins("composing_often");
        await using var person = await site.Arrives(browser, writer, Words.Japanese);
        await person.Opens("/forums/general/new");
        await Assertions.Expect(person.Page.Locator("[data-composer]")).ToHaveAttributeAsync("data-island", "");
        for (var n = 0; n < 10; n++)
        {
            var page = await person.Page.Context.NewPageAsync();
            await page.GotoAsync(person.Page.Url);
            if (n < 9)
                await Assertions.Expect(page.Locator("[data-composer]")).ToHaveAttributeAsync("data-island", "");
            else
                await Plain(page);
        }

        async Task Plain(IPage page)
        {
            await page.GetByLabel("タイトル").FillAsync("一度にたくさんの窓を開いてみました");
            await page.Locator("[data-composer] textarea").FillAsync("**太字**も使えます。");
            await page.GetByRole(AriaRole.Button, new() { Name = "書きながらプレビュー" }).ClickAsync();
            await Assertions.Expect(page.Locator(".card .body strong")).ToHaveTextAsync("太字");
            await Assertions.Expect(page.Locator("[data-composer]")).Not.ToHaveAttributeAsync("data-island", "");
            await Assertions.Expect(page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();
        }
    }

    [Theory]
    [InlineData("/forums/general/new")]
    [InlineData("edit")]
    public async Task _10_New_topics_and_edits_have_it_too(string form)
    {
        var writer = await site.Joins("composing_" + (form == "edit" ? "edits" : "topics"));
        var topic = await site.Topic(writer, "歩いた道を書き足していく話題", "最初は海沿いの道です。");
        await using var person = await site.Arrives(browser, writer, Words.Japanese);
        await person.Opens(form == "edit" ? $"/p/{(await site.Opening(topic)).Id}/edit" : form);
        await Assertions.Expect(person.Page.Locator("[data-composer]")).ToHaveAttributeAsync("data-island", "");

        await person.Text().FillAsync("");
        await person.Text().PressSequentiallyAsync("@re");

        await Assertions.Expect(person.Offers().First).ToContainTextAsync("@ren");
        await person.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(person.Offers()).ToHaveCountAsync(0);
        await person.Opens("/");
        Assert.Empty(person.Visitor.Complaints);
    }

    private static async Task<string> Html(ILocator body) => (await body.InnerHTMLAsync()).Replace("<!--!-->", "", StringComparison.Ordinal).Trim();

    private Task<Person> Arrives(Who who) => site.Arrives(browser, who, Words.Japanese);
}
