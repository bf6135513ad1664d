using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Community.Discussions;
using Community.Forums;
using Community.Shared;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Live;

/// <summary>An open page that takes in what changed since its number is the page that somebody would get who opens it now.</summary>
public sealed class CatchUpTests(ReadingSite site) : IClassFixture<ReadingSite>
{
    public static readonly TheoryData<string> Kinds = ["hold", "approve", "new", "edit", "remove", "hide", "restore", "react", "solved", "lock", "move", "pin", "title", "live", "all"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task _04_Who_was_away_has_after_each_kind_of_change_the_page_as_it_is_now(string kind)
    {
        var topic = await site.Topic(site.Aki);
        var (first, second) = (await site.Reply(site.Ben, topic.Number), await site.Reply(site.Ben, topic.Number));
        if (kind == "restore")
            await Do("hide", topic.Number, first.PostId, second.PostId);
        if (kind == "approve")
            await Do("hold", topic.Number, first.PostId, second.PostId);
        using var visitor = site.Browser(follows: true);
        var open = await Page(visitor, topic.Number);
        var known = open.QuerySelector("live-topic")!.GetAttribute("change");

        foreach (var change in kind == "all" ? Kinds.Select(k => (string)k.Data).Except(["all"]) : [kind])
            await Do(change, topic.Number, first.PostId, second.PostId);
        var news = Parse(await visitor.GetStringAsync($"/t/{topic.Number}/changes?page=1&after={known}", Cancel)).QuerySelector("[data-change]")!;
        TakeIn(open, news);

        var now = await Page(visitor, topic.Number);
        Assert.NotEqual(known, news.GetAttribute("data-change"));
        Assert.Equal(now.QuerySelector("live-topic")!.GetAttribute("change"), news.GetAttribute("data-change"));
        Assert.Equal(Posts(now).Select(post => post.OuterHtml), Posts(open).Select(post => post.OuterHtml));
        Assert.Equal(Parts(now), Parts(open));
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
    private static void TakeIn(IDocument open, IElement news)
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

        var numbers = news.GetAttribute("data-numbers")!.Split(' ').ToHashSet();
        foreach (var post in Posts(open).Where(post => !numbers.Contains(post.Id!["post-".Length..])).ToList())
            post.Remove();
    }

    private static List<IElement> Posts(IDocument page) => [.. page.QuerySelector("live-topic")!.ParentElement!.Children.Where(child => child.Id?.StartsWith("post-", StringComparison.Ordinal) == true)];

    // What is drawn anew at other times than the page says the time of its own.
    private static IEnumerable<string> Parts(IDocument page) => page.QuerySelectorAll("[data-part]").Select(part => string.Join(' ', part.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static async Task<IDocument> Page(HttpClient visitor, long topic) => Parse(await visitor.GetStringAsync($"/t/{topic}", Cancel));

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
