using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Community.Data;
using Community.Ideas;
using Community.Ideas.Votes;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Acts;

/// <summary>What becomes of a wish: said, found again by somebody who wishes the same, merged and unmerged, and answered in public.</summary>
public sealed class IdeaTests(Browser browser, SeededSite site)
{
    [Fact]
    public async Task A_wish_is_submitted_and_somebody_who_is_about_to_say_the_same_backs_it_instead()
    {
        await using var aoi = await site.Arrives(browser, Who.Aoi, Words.Japanese);
        await aoi.Opens("/ideas/new");
        await aoi.Types("タイトル", "ランタンの電池を交換できるようにしてほしい");
        await aoi.Types("だれのために、何がどう変わるとよいですか？", "電池が弱ると本体ごと買い替えになります。電池だけ取り替えられると長く使えます。");
        await aoi.Presses("投稿する");
        await Assertions.Expect(aoi.Heading).ToHaveTextAsync("ランタンの電池を交換できるようにしてほしい");
        var address = aoi.Page.Url;

        await using var ren = await site.Arrives(browser, Who.Ren, Words.Japanese);
        await ren.Opens("/ideas/new");
        await ren.Types("タイトル", "電池を替えたい");
        await ren.Types("だれのために、何がどう変わるとよいですか？", "うちのランタンも三年で暗くなりました。電池だけ替えたいです。");
        var similar = ren.Page.Locator(".similar-ideas li").Filter(new() { HasText = "ランタンの電池を交換できるようにしてほしい" });
        await Assertions.Expect(similar).ToBeVisibleAsync();
        Assert.Empty(await ren.Page.Faults());
        await similar.GetByRole(AriaRole.Button).ClickAsync();

        await Assertions.Expect(ren.Heading).ToHaveTextAsync("ランタンの電池を交換できるようにしてほしい");
        await Assertions.Expect(ren.Post(2)).ToContainTextAsync("うちのランタンも三年で暗くなりました。");
        await Assertions.Expect(ren.Page.Locator("[data-part=backers]")).ToHaveTextAsync("1");
        await ren.Opens("/ideas/new");
        await Assertions.Expect(ren.Field("タイトル")).ToHaveValueAsync("");
        await Assertions.Expect(ren.Page.Locator("[data-draft-offer]")).ToHaveCountAsync(0);

        // The page that stayed open has heard of both.
        await Assertions.Expect(aoi.Page.Locator("[data-part=backers]")).ToHaveTextAsync("1");
        await Assertions.Expect(aoi.Post(2)).ToContainTextAsync("うちのランタンも三年で暗くなりました。");
        Assert.Equal(address.Split('?', '#')[0], aoi.Page.Url.Split('?', '#')[0]);
        Assert.Empty(aoi.Visitor.Complaints);
        Assert.Empty(ren.Visitor.Complaints);
    }

    [Fact]
    public async Task Without_script_similar_ideas_stand_in_the_preview_and_can_be_backed()
    {
        var idea = await Submitted("A kettle that whistles quietly", "The one I have wakes the whole camp site every morning.");
        await using var person = await site.Arrives(browser, Who.Ren, Words.English, new() { JavaScriptEnabled = false });
        await person.Opens("/ideas/new");
        await person.Types("Title", "Quiet kettle");
        await person.Types("What should be different, and for whom?", "People sleep in the tent next to mine, and I get up at five.");
        await person.Presses("Preview");

        await person.Page.Locator(".similar-ideas li").Filter(new() { HasText = "A kettle that whistles quietly" }).GetByRole(AriaRole.Button).ClickAsync();

        await Assertions.Expect(person.Heading).ToHaveTextAsync("A kettle that whistles quietly");
        await Assertions.Expect(person.Post(2)).ToContainTextAsync("I get up at five");
        Assert.Equal(1, (await Read(idea)).BackerCount);
    }

    [Fact]
    public async Task The_team_merges_unmerges_and_answers_and_everybody_sees_it()
    {
        var target = await Submitted("A map of wells along the coast", "On the long way there is one tap in forty kilometres.");
        var source = await Submitted("Wells and taps on the coast map", "Nobody knows where the water is, and nobody wrote it down.");
        await Backs(target, Who.Ren, Who.Aoi);
        await Backs(source, Who.Ren, Who.Kai);
        await using var reader = await site.Arrives(browser, Who.Ren, Words.English);
        await reader.Opens(PathOf(target));
        await using var mia = await site.Arrives(browser, Who.Mia, Words.English);

        // Merged: three people, not four; the old address leads on.
        await mia.Opens(PathOf(source));
        await mia.Main.GetByRole(AriaRole.Link, new() { Name = "Merge", Exact = true }).ClickAsync();
        await mia.Main.GetByRole(AriaRole.Link, new() { Name = $"Choose: {target.Title}" }).ClickAsync();
        await Assertions.Expect(mia.Main.GetByText("3 people back it")).ToBeVisibleAsync();
        Assert.Empty(await mia.Page.Faults());
        await mia.Presses("Merge");
        await Assertions.Expect(mia.Heading).ToHaveTextAsync(target.Title);
        await Assertions.Expect(mia.Page.Locator("[data-part=backers]")).ToHaveTextAsync("3");
        await Assertions.Expect(reader.Page.Locator("[data-part=backers]")).ToHaveTextAsync("3");
        await Assertions.Expect(reader.Page.Locator("[data-part=merged]")).ToContainTextAsync(source.Title);
        await using (var visitor = await site.Arrives(browser, Who.Visitor, Words.English))
        {
            await visitor.Opens(PathOf(source));
            await Assertions.Expect(visitor.Heading).ToHaveTextAsync(target.Title);
        }

        // The way back stands beside what was done. Unmerged: each has its own again.
        Assert.Empty(await mia.Page.Faults());
        await mia.Main.GetByRole(AriaRole.Link, new() { Name = "Unmerge", Exact = true }).ClickAsync();
        await Assertions.Expect(mia.Main.Locator(".rows").GetByText("2 people back it")).ToHaveCountAsync(2);
        await mia.Presses("Unmerge");
        await Assertions.Expect(mia.Heading).ToHaveTextAsync(source.Title);
        await Assertions.Expect(mia.Main.GetByRole(AriaRole.Link, new() { Name = "Merge again" })).ToBeVisibleAsync();
        await Assertions.Expect(mia.Page.Locator("[data-part=backers]")).ToHaveTextAsync("2");
        await Assertions.Expect(reader.Page.Locator("[data-part=backers]")).ToHaveTextAsync("2");

        // Planned needs words; with them it is on the idea, on pages that are open, and on the roadmap.
        await mia.Opens(PathOf(target));
        await mia.Main.GetByRole(AriaRole.Link, new() { Name = "Status and answer" }).ClickAsync();
        await mia.Main.GetByRole(AriaRole.Radio, new() { Name = "Planned" }).CheckAsync();
        await mia.Presses("Save");
        await Assertions.Expect(mia.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("official");
        await mia.Types("Official answer", "We print the wells on the map that comes out in May.");
        await mia.Presses("Save");
        await Assertions.Expect(mia.Page.Locator(".official-answer")).ToContainTextAsync("comes out in May");
        await Assertions.Expect(reader.Page.Locator(".official-answer")).ToContainTextAsync("comes out in May");
        await Assertions.Expect(reader.Page.Locator("[data-part=marks]")).ToContainTextAsync("Planned");
        await reader.Opens("/roadmap");
        await Assertions.Expect(reader.Main.GetByRole(AriaRole.Link, new() { Name = target.Title })).ToBeVisibleAsync();
        Assert.Empty(mia.Visitor.Complaints);
        Assert.Empty(reader.Visitor.Complaints);
    }

    private async Task<IdeaHead> Submitted(string title, string body)
    {
        var author = await ActorOf(Who.Aoi);
        var made = await site.Services.GetRequiredService<SubmitIdea>().Run(author, new SubmitIdea.Input("ideas", title, body, null, Guid.NewGuid()));
        Assert.Null(made.Problem);
        return (await site.Services.GetRequiredService<ReadIdea>().Head(author, made.Value!.Number)).Value!;
    }

    private async Task<IdeaHead> Read(IdeaHead idea) => (await site.Services.GetRequiredService<ReadIdea>().Head(Actor.Visitor, idea.Number)).Value!;

    private async Task Backs(IdeaHead idea, params IEnumerable<Who> people)
    {
        foreach (var who in people)
            Assert.Null((await site.Services.GetRequiredService<VoteForIdea>().Run(await ActorOf(who), new VoteForIdea.Input(idea.Number, new VoteForIdea.Vote()))).Problem);
    }

    private async Task<Actor> ActorOf(Who who)
    {
        var email = Seed.EmailOf(who);
        var (id, handle, role, trust) = await site.Services.GetRequiredService<CommunityData>().Read(async db =>
        {
            var member = await db.Members.SingleAsync(m => db.Accounts.Any(a => a.Id == m.Id && a.Email == email));
            return (member.Id, member.Handle, member.Role, member.Trust);
        });
        return Actor.Of(id, handle, role, trust);
    }

    private static string PathOf(IdeaHead idea) => $"/ideas/{idea.Number}/{idea.Slug}";
}
