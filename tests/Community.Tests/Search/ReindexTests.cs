using Community.Search;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Search;

public sealed class ReindexTests
{
    [Fact]
    public async Task What_is_missing_wrong_or_too_much_is_mended()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic("How to mend a tripod", tags: "tripods");
        var reply = await scene.Says(scene.Ben, topic, "We mend every quagga clasp before the season opens.");
        var opening = (await scene.ReadPost(topic, 1)).Id;
        await scene.Community.Get<CountTerms>().Run();
        await scene.Community.Change(db => db.SearchEntries.Where(e => e.Id == opening || e.Id < 0).ExecuteDeleteAsync());
        await scene.Community.Change(db => db.SearchEntries.Where(e => e.Id == reply.PostId).ExecuteUpdateAsync(e => e.SetProperty(x => x.Tokens, "okapi")));
        await scene.Community.Arrange(db => db.SearchEntries.Add(new SearchEntry { Id = reply.PostId + 1, Kind = SearchKind.Post, Tokens = "okapi" }));
        Assert.Equal(3, (await scene.Differences()).Count(d => d.StartsWith("Post ", StringComparison.Ordinal)));

        await scene.Community.Get<Reindex>().Run();

        Assert.Empty(await scene.Differences());
        Assert.Equal($"{topic}/2", await scene.Found("quagga"));
        Assert.Equal("", await scene.Found("okapi"));
        Assert.Single((await scene.Search("tripods", SearchScope.Tags)).Hits);
        Assert.Single((await scene.Search("aki", SearchScope.Members)).Hits);
        Assert.Equal(1, await Documents(scene, "quagga"));
        Assert.Equal(0, await Documents(scene, "okapi"));
    }

    [Fact]
    public async Task Counting_by_and_by_and_all_at_once_is_the_same()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic("How to mend a tripod", tags: "tripods");
        var reply = await scene.Says(scene.Ben, topic, "We mend every quagga clasp before the season opens.");
        await scene.Community.Get<CountTerms>().Run();
        await scene.Bring(scene.Moderator, reply.PostId, Community.Discussions.PostState.Hidden);
        await scene.Says(scene.Ben, topic, "Nobody mends a clasp in the rain, says the quagga.");
        await scene.Community.Get<CountTerms>().Run();
        await scene.Community.Get<Reindex>().Run();
        var before = await Terms(scene);

        await scene.Community.Change(db => db.SearchTerms.ExecuteDeleteAsync());
        await scene.Community.Get<Reindex>().Run();

        Assert.Equal(before, await Terms(scene));
        Assert.Equal(1, await Documents(scene, "quagga"));
    }

    [Fact]
    public async Task Search_goes_on_answering_and_what_is_written_meanwhile_is_found_and_counted()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic("How to mend a tripod");
        for (var i = 0; i < 5; i++)
            await scene.Says(scene.Ben, topic, $"We mend every quagga clasp before season {i} opens.");
        var (told, late) = (0, new List<Task>());

        await scene.Community.Get<Reindex>().Run((_, _) =>
        {
            if (++told == 2)
                late.Add(Task.Run(() => scene.Reply(scene.Aki, topic, "A late quagga is a quagga, too.")));
            late.Add(Task.Run(async () => Assert.True((await scene.Search("quagga")).Count >= 5)));
        });
        await Task.WhenAll(late);
        await scene.Community.Get<CountTerms>().Run();

        Assert.Equal(6, (await scene.Search("quagga")).Count);
        Assert.Equal(6, await Documents(scene, "quagga"));
        Assert.Empty(await scene.Differences());
    }

    [Fact]
    public async Task A_count_that_is_wrong_is_told()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic("How to mend a tripod");
        await scene.Says(scene.Ben, topic, "We mend every quagga clasp before the season opens.");
        await scene.Community.Get<CountTerms>().Run();
        Assert.Empty(await scene.Differences());

        await scene.Community.Change(db => db.SearchTerms.Where(t => t.Term == "quagga").ExecuteUpdateAsync(t => t.SetProperty(x => x.Documents, 7)));

        Assert.Equal("Term quagga: counted 7 times, stands in 1 entries.", Assert.Single(await scene.Differences()));
    }

    [Fact]
    public async Task What_is_older_than_the_search_is_known_to_have_no_entries_until_it_has()
    {
        await using var scene = await ForumScene.Start();
        var reindex = scene.Community.Get<Reindex>();
        Assert.True(await reindex.IsWhole(default));
        var topic = await scene.Topic("How to mend a tripod");
        await scene.Community.Change(db => db.SearchEntries.ExecuteDeleteAsync());
        await scene.Community.Change(db => db.SearchTerms.ExecuteDeleteAsync());
        await scene.Says(scene.Ben, topic, "This one was written after the search had come.");

        Assert.False(await reindex.IsWhole(default));
        await reindex.Run();

        Assert.True(await reindex.IsWhole(default));
        Assert.Single((await scene.Search("tripod")).Hits);
    }

    [Fact]
    public async Task A_word_that_nobody_says_any_more_is_in_no_table()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic("How to mend a tripod");
        await scene.Says(scene.Ben, topic, "We mend every quagga clasp before the season opens.");
        await scene.Community.Get<CountTerms>().Run();

        await scene.Erase(scene.Ben);

        Assert.Empty(await Privacy.WholeDatabase.Search(scene.Community, "quagga"));
    }

    private static Task<long> Documents(ForumScene scene, string term) =>
        scene.Community.Read(db => db.SearchTerms.Where(t => t.Term == term).Select(t => t.Documents).FirstOrDefaultAsync());

    private static Task<List<string>> Terms(ForumScene scene) =>
        scene.Community.Read(db => db.SearchTerms.OrderBy(t => t.Term).Select(t => t.Term + " " + t.Documents).ToListAsync());
}
