using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Community.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Acts;

/// <summary>What is sent twice is there once, and what could not be sent is still in the form.</summary>
public sealed class WritingTests(Browser browser, SeededSite site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_double_click_starts_one_topic(bool hasScript)
    {
        var title = hasScript ? "二度押してしまう話題です" : "スクリプトなしで二度押す話題です";
        // Nobody else's test writes a topic as her: a draft begun in another window would be asked for.
        await using var person = await Arrives(Who.Ada, hasScript);
        await person.Opens("/forums/general/new");
        await person.Types(person.Words.Title, title);
        await person.Types(person.Words.Text, $"{title}。急いでいるときほど、そうなりがちです。");

        await person.Button(person.Words.PostTopic).DblClickAsync();

        await Assertions.Expect(person.Heading).ToHaveTextAsync(title);
        Assert.Equal(1, await Read(db => db.Topics.CountAsync(t => t.Title == title)));
        Assert.Empty(person.Visitor.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_double_click_replies_once(bool hasScript)
    {
        var text = hasScript ? "私も毎回二度押しています。困りますよね。" : "スクリプトがなくても、返信は一つだけです。";
        await using var person = await Arrives(Who.Mia, hasScript);
        await person.Opens(site.Places.QuestionForWriting);
        await person.Follows(person.Words.WriteReply);
        await person.Types(person.Words.Text, text);

        await person.Button(person.Words.PostReply).DblClickAsync();

        await Assertions.Expect(person.Main.GetByText(text)).ToHaveCountAsync(1);
        Assert.Equal(1, await Read(db => db.Posts.CountAsync(p => p.Body == text)));
        Assert.Empty(person.Visitor.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_double_click_reacts_once(bool hasScript)
    {
        await using var person = await Arrives(hasScript ? Who.Nao : Who.Ada, hasScript);
        await person.Opens(site.Places.QuestionForWriting);
        var heart = person.Post(1).GetByRole(AriaRole.Button, new() { Name = person.Words.Heart }).First;

        await heart.DblClickAsync();

        await Assertions.Expect(heart).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Equal(1, await Read(db => db.Reactions.CountAsync(r =>
            r.UndoneAt == null && db.Members.Any(m => m.Id == r.MemberId && m.Handle == Seed.HandleOf(hasScript ? Who.Nao : Who.Ada)))));
        Assert.Empty(person.Visitor.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Going_back_after_a_reply_does_not_post_it_again(bool hasScript)
    {
        var text = hasScript ? "戻るボタンを押しても、これは一つだけです。" : "戻るボタンで、スクリプトなしでも一つだけです。";
        await using var person = await Arrives(Who.Ren, hasScript);
        await person.Opens(site.Places.QuestionForWriting);
        await person.Follows(person.Words.WriteReply);
        await person.Types(person.Words.Text, text);
        await person.Presses(person.Words.PostReply);
        await Assertions.Expect(person.Main.GetByText(text)).ToHaveCountAsync(1);

        await person.Page.GoBackAsync();
        await person.Page.ReloadAsync();

        await Assertions.Expect(person.Heading).ToBeVisibleAsync();
        Assert.Equal(1, await Read(db => db.Posts.CountAsync(p => p.Body == text)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_topic_that_is_refused_keeps_what_was_typed(bool hasScript)
    {
        await using var person = await Arrives(Who.Ren, hasScript);
        await person.Opens("/forums/general/new");
        await person.Types(person.Words.Title, "短い");
        await person.Types(person.Words.Text, "  # 見出しのつもり\n\n本文は、このとおり十分な長さがあります。\n");

        await person.Presses(person.Words.PostTopic);

        await Assertions.Expect(person.Alert.First).ToBeVisibleAsync();
        await Assertions.Expect(person.Field(person.Words.Title)).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(person.Field(person.Words.Title)).ToHaveValueAsync("短い");
        await Assertions.Expect(person.Field(person.Words.Text)).ToHaveValueAsync("  # 見出しのつもり\n\n本文は、このとおり十分な長さがあります。\n");
        Assert.Empty(person.Visitor.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reply_that_comes_too_soon_keeps_what_was_typed(bool hasScript)
    {
        var (first, second) = hasScript
            ? ("はじめての返信です。よろしくお願いします。", "続けてもう一つ、書きたいことがあります。")
            : ("スクリプトなしの、はじめての返信です。", "スクリプトなしで、続けてもう一つ書きます。");
        await using var person = await Arrives(hasScript ? Who.Nao : Who.Mio, hasScript);
        await person.Opens(site.Places.QuestionForWriting);
        await person.Follows(person.Words.WriteReply);
        await person.Types(person.Words.Text, first);
        await person.Presses(person.Words.PostReply);
        await person.Follows(person.Words.WriteReply);
        await person.Types(person.Words.Text, second);

        await person.Presses(person.Words.PostReply);

        await Assertions.Expect(person.Main.Locator(".notice.bad, .error").First).ToBeVisibleAsync();
        await Assertions.Expect(person.Field(person.Words.Text)).ToHaveValueAsync(second);
        Assert.Equal(0, await Read(db => db.Posts.CountAsync(p => p.Body == second)));
        Assert.Empty(person.Visitor.Complaints);
    }

    private Task<Person> Arrives(Who who, bool hasScript) => site.Arrives(browser, who, Words.Japanese, new() { JavaScriptEnabled = hasScript });

    private Task<T> Read<T>(Func<CommunityDb, Task<T>> read) => site.Services.GetRequiredService<CommunityData>().Read(read);
}
