using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Community.Browser.Tests.Writing;
using Community.Data;
using Community.Discussions.Contract;
using Community.Discussions.Drafts;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Acts;

/// <summary>Nothing that was written is lost, and nothing takes the place of anything unasked.</summary>
public sealed class DraftTests(Browser browser, SeededSite site)
{
    private const string Saved = "下書きを保存しました";
    private const string NotSaved = "保存できませんでした。本文はこのブラウザーに残してあります。";
    private const string Found = "書きかけの下書きがあります";
    private const string Continue = "続きを書く";
    private const string Discard = "破棄する";
    private const string Mine = "こちらを残す";
    private const string Theirs = "もう一方を使う";
    private const string BringBack = "元に戻す";

    private string Form => site.Places.QuestionForDrafts + "?reply=0";

    [Fact]
    public async Task _11_What_was_typed_is_offered_again_when_the_page_was_closed_and_posting_ends_it()
    {
        const string text = "私はメモ帳に書いておいて、家で続きを書きます。";
        await using var person = await Arrives(Who.Ren);
        await person.Opens(Form);
        await person.Types(person.Words.Text, text);
        await Assertions.Expect(person.Main.GetByText(Saved)).ToBeVisibleAsync();
        await person.Page.CloseAsync();
        await using var later = await Arrives(Who.Ren);

        await later.Opens(Form);
        await Assertions.Expect(later.Main.GetByText(Found)).ToBeVisibleAsync();
        await Assertions.Expect(later.Field(later.Words.Text)).ToHaveValueAsync("");
        await later.Follows(Continue);

        await Assertions.Expect(later.Field(later.Words.Text)).ToHaveValueAsync(text);
        await Assertions.Expect(later.Main.GetByText(Found)).ToHaveCountAsync(0);
        await later.Presses(later.Words.PostReply);
        await Assertions.Expect(later.Field(later.Words.Text)).ToHaveCountAsync(0);
        await Assertions.Expect(later.Main.GetByText(text)).ToHaveCountAsync(1);
        Assert.Null(await Draft(Who.Ren));
        await later.Opens(Form);
        await Assertions.Expect(later.Main.GetByText(Found)).ToHaveCountAsync(0);
        Assert.Empty(later.Visitor.Complaints);
    }

    [Fact]
    public async Task _11_What_was_typed_just_before_leaving_is_saved()
    {
        const string text = "降りる駅が来たので、ここまでにします。";
        await using var person = await Arrives(Who.Ada);
        await person.Opens(Form);
        await person.Types(person.Words.Text, text);

        await person.Page.RunAndWaitForResponseAsync(() => person.Page.Locator(".mark").First.ClickAsync(), response => response.Url.Contains("/drafts/", StringComparison.Ordinal) && response.Status == 204);

        Assert.Equal(text, (await Draft(Who.Ada))?.Text.Body);
        await person.Opens(Form);
        await person.Presses(Discard);
        await Assertions.Expect(person.Field(person.Words.Text)).ToHaveValueAsync("");
        Assert.Null(await Draft(Who.Ada));
        Assert.Empty(person.Visitor.Complaints);
    }

    [Fact]
    public async Task _11_What_was_typed_before_the_script_came_is_saved_too()
    {
        const string text = "ページが開ききる前に、もう書きはじめていました。";
        await using var person = await Arrives(Who.Aoi);
        var comes = new TaskCompletionSource();
        await person.Page.RouteAsync(url => url.Contains("/js/drafts", StringComparison.Ordinal), async route =>
        {
            await comes.Task;
            await route.ContinueAsync();
        });
        await person.Opens(Form);
        await person.Types(person.Words.Text, text);

        comes.SetResult();

        await Assertions.Expect(person.Main.GetByText(Saved)).ToBeVisibleAsync();
        Assert.Equal(text, (await Draft(Who.Aoi))?.Text.Body);
    }

    [Fact]
    public async Task _11_Of_two_pages_the_stale_one_is_asked()
    {
        const string first = "一つ目の画面で書いた返信です。";
        const string second = "二つ目の画面で書いた返信です。";
        await using var person = await Arrives(Who.Haru);
        await using var elsewhere = await Arrives(Who.Haru);
        await person.Opens(Form);
        await elsewhere.Opens(Form);
        await person.Types(person.Words.Text, first);
        await Assertions.Expect(person.Main.GetByText(Saved)).ToBeVisibleAsync();

        await elsewhere.Types(elsewhere.Words.Text, second);
        await elsewhere.Presses(Mine);
        await Assertions.Expect(elsewhere.Main.GetByText(Saved)).ToBeVisibleAsync();
        Assert.Equal(second, (await Draft(Who.Haru))?.Text.Body);

        await person.Types(person.Words.Text, first + "もう一行。");
        await Assertions.Expect(person.Main.Locator("[data-draft-choice]")).ToContainTextAsync(second);
        Assert.Equal(second, (await Draft(Who.Haru))?.Text.Body);
        await person.Presses(Theirs);

        await Assertions.Expect(person.Field(person.Words.Text)).ToHaveValueAsync(second);
        await Assertions.Expect(person.Button(Theirs)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task _11_What_a_session_that_ended_did_not_take_is_brought_back()
    {
        const string text = "長く書いているうちに、ログアウトされていました。";
        await using var person = await Arrives(Who.Mia);
        await person.Opens(Form);
        var cookies = await person.Page.Context.CookiesAsync();
        await person.Page.Context.ClearCookiesAsync();
        await person.Types(person.Words.Text, text);
        await Assertions.Expect(person.Main.GetByText(NotSaved)).ToBeVisibleAsync();
        await person.Presses(person.Words.PostReply);
        await Assertions.Expect(person.Field(person.Words.Text)).ToHaveCountAsync(0);

        await person.Page.Context.AddCookiesAsync(cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));
        await person.Opens(Form);
        await person.Presses(BringBack);

        await Assertions.Expect(person.Field(person.Words.Text)).ToHaveValueAsync(text);
        await Assertions.Expect(person.Main.GetByText(Saved)).ToBeVisibleAsync();
        Assert.Equal(text, (await Draft(Who.Mia))?.Text.Body);
    }

    [Theory]
    [InlineData("/forums/general/new")]
    [InlineData("edit")]
    public async Task _11_New_topics_and_edits_have_drafts_too(string form)
    {
        const string text = "雨の日に歩く道は、駅の裏のほうが静かでした。";
        var writer = await site.Joins("drafting_" + (form == "edit" ? "edits" : "topics"));
        var topic = await site.Topic(writer, "駅から歩ける道を教えてください", "晴れた日は海沿いを歩いています。");
        await using var person = await site.Arrives(browser, writer, Words.Japanese);
        var path = form == "edit" ? $"/p/{(await site.Opening(topic)).Id}/edit" : form;
        await person.Opens(path);
        await person.Types(person.Words.Text, text);
        await Assertions.Expect(person.Main.GetByText(Saved)).ToBeVisibleAsync();

        await person.Opens(path);
        await Assertions.Expect(person.Field(person.Words.Text)).Not.ToHaveValueAsync(text);
        await person.Follows(Continue);
        await Assertions.Expect(person.Field(person.Words.Text)).ToHaveValueAsync(text);

        await person.Opens(path);
        await person.Presses(Discard);
        await Assertions.Expect(person.Main.GetByText(Found)).ToHaveCountAsync(0);
        Assert.Empty(person.Visitor.Complaints);
    }

    [Fact]
    public async Task _11_Without_script_the_form_goes_on_with_a_draft()
    {
        const string text = "スクリプトなしでも、続きから書けました。";
        await Begin(Who.Sora, text);
        await using var person = await Arrives(Who.Sora, hasScript: false);
        await person.Opens(Form);

        await person.Follows(Continue);

        await Assertions.Expect(person.Field(person.Words.Text)).ToHaveValueAsync(text);
        await person.Presses(person.Words.PostReply);
        await Assertions.Expect(person.Field(person.Words.Text)).ToHaveCountAsync(0);
        await Assertions.Expect(person.Main.GetByText(text)).ToHaveCountAsync(1);
        Assert.Null(await Draft(Who.Sora));
        Assert.Empty(person.Visitor.Complaints);
    }

    [Fact]
    public async Task _11_What_is_being_composed_stays_as_it_is()
    {
        await using var person = await Arrives(Who.Kai);
        await person.Page.Clock.InstallAsync();
        // A composition that began before the script was there is none that it knows of.
        var script = await person.Page.RunAndWaitForResponseAsync(() => person.Opens(Form), response => response.Url.EndsWith("/drafts.js", StringComparison.Ordinal));
        await person.Page.EvaluateAsync("url => import(url).then(() => null)", script.Url);
        var saves = 0;
        person.Page.Request += (_, request) => saves += request.Url.Contains("/drafts/", StringComparison.Ordinal) ? 1 : 0;
        await person.Field(person.Words.Text).FocusAsync();
        var keys = await person.Page.Context.NewCDPSessionAsync(person.Page);
        await keys.SendAsync("Input.imeSetComposition", new() { ["text"] = "にほんご", ["selectionStart"] = 4, ["selectionEnd"] = 4 });

        await person.Page.Clock.RunForAsync(5000);
        Assert.Equal(0, saves);
        await keys.SendAsync("Input.insertText", new() { ["text"] = "日本語" });
        await person.Page.Clock.RunForAsync(5000);

        await Assertions.Expect(person.Main.GetByText(Saved)).ToBeVisibleAsync();
        await Assertions.Expect(person.Field(person.Words.Text)).ToHaveValueAsync("日本語");
        Assert.Equal("日本語", (await Draft(Who.Kai))?.Text.Body);
    }

    private Task<Person> Arrives(Who who, bool hasScript = true) => site.Arrives(browser, who, Words.Japanese, new() { JavaScriptEnabled = hasScript });

    private async Task Begin(Who who, string body)
    {
        var (actor, place) = await Place(who);
        var saved = await site.Services.GetRequiredService<SaveDraft>().Run(actor, new SaveDraft.Input(place, 1, new DraftText { Body = body }, Guid.NewGuid()));
        Assert.Null(saved.Problem);
    }

    private async Task<DraftView?> Draft(Who who)
    {
        var (actor, place) = await Place(who);
        return await site.Services.GetRequiredService<ReadDraft>().Run(actor, place);
    }

    private async Task<(Actor Actor, DraftPlace Place)> Place(Who who)
    {
        var number = long.Parse(site.Places.QuestionForDrafts.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);
        return await site.Services.GetRequiredService<CommunityData>().Read(async db =>
        {
            var member = await db.Members.SingleAsync(m => m.Handle == Seed.HandleOf(who));
            return (Actor.Of(member.Id, member.Handle, member.Role, member.Trust), DraftPlace.Reply((await db.Topics.SingleAsync(t => t.Number == number)).Id));
        });
    }
}
