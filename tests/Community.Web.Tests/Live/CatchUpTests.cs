using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Community.Discussions;
using Community.Discussions.Bookmarks;
using Community.Forums;
using Community.Shared;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Live;

/// <summary>An open page that takes in what changed since its number is the page that somebody would get who opens it now.</summary>
public sealed class CatchUpTests(ReadingSite site) : IClassFixture<ReadingSite>
{
    private static readonly string[] Kinds = ["hold", "approve", "new", "edit", "remove", "hide", "restore", "react", "solved", "lock", "move", "pin", "title", "live"];

    /// <summary>A visitor, a member who has nothing to do with the topic, who reacted in it, who keeps a post of it, who started it, who answered in it, a moderator.</summary>
    private static readonly string[] Readers = ["visitor", "cho", "dan", "eve", "aki", "ben", "mia"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<string, string> Seen() => new([.. Kinds, "all"], Readers);

    [Theory]
    [MemberData(nameof(Seen))]
    public async Task _04_Who_was_away_has_after_each_kind_of_change_the_page_as_it_is_now(string kind, string who)
    {
        var topic = await site.Topic(site.Aki);
        var (first, second) = (await site.Reply(site.Ben, topic.Number), await site.Reply(site.Ben, topic.Number));
        if (kind == "restore")
            await Do("hide", topic.Number, first.PostId, second.PostId);
        if (kind == "approve")
            await Do("hold", topic.Number, first.PostId, second.PostId);
        using var browser = await BrowserOf(who, kind == "restore" ? second.PostId : first.PostId);
        var open = await Page(browser, topic.Number);
        var known = open.QuerySelector("live-topic")!.GetAttribute("change");

        foreach (var change in kind == "all" ? Kinds : [kind])
            await Do(change, topic.Number, first.PostId, second.PostId);
        var news = await Changes(browser, topic.Number, known);
        TakeIn(open, news);
        if (news.QuerySelector("[data-change]")!.GetAttribute("data-frame") != open.QuerySelector("live-topic")!.GetAttribute("frame"))
            TakeIn(open, await Changes(browser, topic.Number, "0"));

        var now = await Page(browser, topic.Number);
        var number = news.QuerySelector("[data-change]")!.GetAttribute("data-change");
        Assert.NotEqual(known, number);
        Assert.Equal(now.QuerySelector("live-topic")!.GetAttribute("change"), number);
        Assert.Equal(Posts(now).Select(post => post.OuterHtml), Posts(open).Select(post => post.OuterHtml));
        Assert.Equal(Parts(now), Parts(open));
    }

    private async Task<HttpClient> BrowserOf(string who, long post)
    {
        if (who == "visitor")
            return site.Browser(follows: true);
        var member = who switch
        {
            "aki" => site.Aki,
            "ben" => site.Ben,
            "mia" => site.Moderator,
            _ => await site.Person($"{who}{Guid.NewGuid().ToString("N")[..8]}"),
        };
        if (who == "dan")
            Ok(await site.Get<React>().Run(member, new React.Input(post, ReactionKind.Clap), Cancel));
        if (who == "eve")
            Ok(await site.Get<SaveBookmark>().Run(member, new SaveBookmark.Input(post, "Once more", null), Cancel));
        return await site.BrowserOf(member);
    }

    private async Task Do(string kind, long topic, long first, long second)
    {
        var mia = site.Moderator;
        _ = kind switch
        {
            "hold" => Ok(await site.Get<ChangePostState>().Run(mia, new ChangePostState.Input(second, PostState.Held, "Let me look at it again"), Cancel)),
            "approve" => Ok(await site.Get<ChangePostState>().Run(mia, new ChangePostState.Input(second, PostState.Visible, "It is fine"), Cancel)),
            "new" => Ok(await site.Get<PostReply>().Run(site.Ben, new PostReply.Input(topic, $"And one more thing. {Guid.NewGuid()}", null, Guid.NewGuid()), Cancel)),
            "edit" => Ok(await site.Get<EditPost>().Run(site.Ben, new EditPost.Input(first, 1, "It says something quite different now."), Cancel)),
            "remove" => Ok(await site.Get<RemoveOwnPost>().Run(site.Ben, second, Cancel)),
            "hide" => Ok(await site.Get<ChangePostState>().Run(mia, new ChangePostState.Input(first, PostState.Hidden, "Off topic"), Cancel)),
            "restore" => Ok(await site.Get<ChangePostState>().Run(mia, new ChangePostState.Input(first, PostState.Visible, "Not off topic"), Cancel)),
            "react" => Ok(await site.Get<React>().Run(site.Aki, new React.Input(first, ReactionKind.Heart), Cancel)),
            "solved" => Ok(await site.Get<MarkAnswer>().Run(site.Aki, new MarkAnswer.Input(topic, first), Cancel)),
            "lock" => Ok(await site.Get<LockTopic>().Run(mia, new LockTopic.Input(topic, true, "Enough was said"), Cancel)),
            "move" => Ok(await site.Get<MoveTopic>().Run(mia, new MoveTopic.Input(topic, "tools", "Belongs there"), Cancel)),
            "pin" => Ok(await site.Get<PinTopic>().Run(mia, new PinTopic.Input(topic, true, "Worth reading"), Cancel)),
            "title" => Ok(await site.Get<EditPost>().Run(site.Aki, new EditPost.Input(await Opening(topic), 1, "The hinge broke, not the clasp.", "How do you mend a hinge?"), Cancel)),
            "live" => Ok(await site.Get<RunLiveThread>().Run(mia, new RunLiveThread.Input(topic, true, true, 60, null, ["ben"], "A live evening"), Cancel)),
            _ => throw new InvalidOperationException(kind),
        };
    }

    private Task<long> Opening(long topic) => site.Read(db => db.Posts.Where(p => p.Number == 1 && db.Topics.Any(t => t.Number == topic && t.Id == p.DiscussionId)).Select(p => p.Id).SingleAsync());

    private static bool Ok<T>(Result<T> result)
    {
        Assert.Null(result.Problem);
        return true;
    }

    /// <summary>As the module of the open page does it.</summary>
    private static void TakeIn(IDocument open, IDocument news)
    {
        foreach (var part in news.QuerySelectorAll("[data-part]").ToList())
            open.QuerySelector($"[data-part={part.GetAttribute("data-part")}]")!.OuterHtml = part.OuterHtml;
        foreach (var post in news.QuerySelectorAll("article.post, [id^=post-]").Where(post => post.Closest("article") is null || post.Matches("article.post")).ToList())
        {
            if (open.GetElementById(post.Id!) is { } old)
                old.OuterHtml = post.OuterHtml;
            else
                open.QuerySelector("live-topic")!.Insert(AdjacentPosition.BeforeBegin, post.OuterHtml);
        }

        var numbers = news.QuerySelector("[data-change]")!.GetAttribute("data-numbers")!.Split(' ').ToHashSet();
        foreach (var post in Posts(open).Where(post => !numbers.Contains(post.Id!["post-".Length..])).ToList())
            post.Remove();
    }

    private static List<IElement> Posts(IDocument page) => [.. page.QuerySelector("live-topic")!.ParentElement!.Children.Where(child => child.Id?.StartsWith("post-", StringComparison.Ordinal) == true)];

    // What is drawn anew at other times than the page says the time of its own.
    private static IEnumerable<string> Parts(IDocument page) => page.QuerySelectorAll("[data-part]").Select(part => string.Join(' ', part.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static async Task<IDocument> Changes(HttpClient browser, long topic, string? after) =>
        Parse(await browser.GetStringAsync($"/t/{topic}/changes?page=1&after={after}", Cancel));

    private static async Task<IDocument> Page(HttpClient browser, long topic)
    {
        var answer = await browser.GetAsync($"/t/{topic}?page=1", Cancel);
        while (answer.Headers.Location is { } elsewhere)
            answer = await browser.GetAsync(elsewhere, Cancel);
        return Parse(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
