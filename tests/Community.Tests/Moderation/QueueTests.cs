using Community.Discussions;
using Community.Moderation;
using Community.Shared;
using Community.Shared.Site;
using Community.Tests.Support;

namespace Community.Tests.Moderation;

public sealed class QueueTests
{
    [Fact]
    public async Task The_most_severe_comes_first_and_then_the_oldest()
    {
        await using var community = await TestCommunity.Start();
        var scene = await QueueScene.Set(community);
        var quiet = await scene.Post("静かな話題をひとつ立ててみます");
        var loud = await scene.Post("少しさわがしい話題を立ててみます");
        var alsoQuiet = await scene.Post("もうひとつ静かな話題を立てます");
        await scene.Report("ann", quiet);
        await scene.Report("bob", alsoQuiet);
        await scene.Report("ann", loud);
        await scene.Report("bob", loud);
        await scene.Report("staff", loud, Role.Brand);

        var queue = (await community.Get<ReadQueue>().Run(scene.Mai)).Value!.Items;

        Assert.Equal([loud, quiet, alsoQuiet], queue.Select(i => i.Content));
        Assert.Equal((9, Severity.High, 3), (queue[0].Weight, queue[0].Severity, queue[0].Reasons.Values.Sum()));
        Assert.Equal(Severity.Low, queue[1].Severity);
        Assert.Equal("taro", queue[0].Author!.Handle);
        Assert.Equal("少しさわがしい話題を立ててみます", queue[0].Name!.Text.Ja);
        Assert.Equal(["staff", "bob", "ann"], queue[0].Notes.Select(n => n.Reporter!.Handle));
        Assert.Equal(new QueueSummary(3, 0, queue[1].Since), (await community.Get<CountQueue>().Run(scene.Mai)).Value);
    }

    [Fact]
    public async Task Held_posts_wait_in_the_same_list_and_are_let_through_there()
    {
        await using var community = await TestCommunity.Start();
        var scene = await QueueScene.Set(community);
        await community.Get<UpdateSite>().Run(await community.Person("olga", Role.Owner), new("ja", "Asia/Tokyo", 13, true, true));
        var newcomer = await community.Person("newcomer", trust: TrustLevel.New);
        var held = await community.Topic(newcomer, scene.Forum, "はじめて投稿します、よろしく");
        Assert.True(held.IsHeld);
        var reported = await scene.Post("静かな話題をひとつ立ててみます");
        await scene.Report("ann", reported, trust: TrustLevel.New);

        var queue = (await community.Get<ReadQueue>().Run(scene.Mai)).Value!.Items;
        Assert.Equal([true, false], queue.Select(i => i.IsHeld));
        Assert.Equal(1, (await community.Get<CountQueue>().Run(scene.Mai)).Value!.Held);

        Assert.True((await scene.Decide(queue[0].Content, Decision.Keep)).Ok);
        Assert.Equal(PostState.Visible, await community.StateOf(queue[0].Content.Id));
        Assert.Single((await community.Get<ReadQueue>().Run(scene.Mai)).Value!.Items);
    }

    [Fact]
    public async Task A_long_queue_is_read_page_by_page_without_gap_or_repetition()
    {
        await using var community = await TestCommunity.Start();
        var scene = await QueueScene.Set(community);
        var all = new List<ContentRef>();
        for (var i = 0; i < 60; i++)
        {
            var member = new ContentRef(ContentKind.Member, (await community.Person($"troll-{i}")).MemberId!.Value);
            all.Add(member);
            await scene.Report($"reporter-{i}", member, trust: i % 3 == 0 ? TrustLevel.New : TrustLevel.Member);
        }

        var seen = new List<QueueItem>();
        for (string? after = null; ;)
        {
            var page = (await community.Get<ReadQueue>().Run(scene.Mai, after)).Value!;
            seen.AddRange(page.Items);
            if ((after = page.Next) is null)
                break;
        }

        Assert.Equal(all.Order(Comparer<ContentRef>.Create((a, b) => a.Id.CompareTo(b.Id))), seen.Select(i => i.Content).Order(Comparer<ContentRef>.Create((a, b) => a.Id.CompareTo(b.Id))));
        Assert.Equal(seen.OrderByDescending(i => i.Weight).ThenBy(i => i.Since), seen);
    }
}
