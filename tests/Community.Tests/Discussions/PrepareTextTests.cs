using Community.Discussions;
using Community.Shared;
using Community.Tests.Support;

namespace Community.Tests.Discussions;

public sealed class PrepareTextTests
{
    [Fact]
    public async Task A_quote_names_and_links_whom_it_quotes()
    {
        await using var scene = await ForumScene.Start();
        var reply = await scene.Answer(scene.Ben, await scene.Topic());

        var html = await Quoting(scene, scene.Aki, reply.PostId);

        Assert.Contains($"/p/{reply.PostId}", html, StringComparison.Ordinal);
        Assert.Contains("ben", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quote_of_what_is_hidden_names_nobody()
    {
        await using var scene = await ForumScene.Start();
        var reply = await scene.Answer(scene.Ben, await scene.Topic());
        ForumScene.Must(await scene.Bring(scene.Moderator, reply.PostId, PostState.Hidden));

        await NamesNobody(scene, scene.Aki, reply.PostId);
    }

    [Fact]
    public async Task A_quote_of_a_reply_under_a_hidden_opening_names_nobody()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic();
        var reply = await scene.Answer(scene.Ben, topic);
        ForumScene.Must(await scene.Bring(scene.Moderator, (await scene.ReadPost(topic, 1)).Id, PostState.Hidden));

        await NamesNobody(scene, scene.Newcomer, reply.PostId);
        Assert.Null(await scene.Community.Get<ReadQuote>().Run(scene.Newcomer, reply.PostId));
    }

    [Fact]
    public async Task A_quote_of_what_its_writer_may_not_read_names_nobody()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic(scene.Moderator, forum: "staff-room");
        var secret = (await scene.ReadPost(topic, 1)).Id;

        await NamesNobody(scene, scene.Aki, secret);
        Assert.Contains("mia", await Quoting(scene, scene.Admin, secret), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_quoted_is_quoted_with_their_own_words_even_after_a_quote_without_an_end()
    {
        await using var scene = await ForumScene.Start();
        var topic = await scene.Topic();
        var opening = (await scene.ReadPost(topic, 1)).Id;
        var reply = ForumScene.Must(await scene.Reply(scene.Ben, topic, $"[quote={opening}]\nThe clasp broke.\n\nOil it, and wait for a night."));

        var quote = await scene.Community.Get<ReadQuote>().Run(scene.Aki, reply.PostId);

        Assert.Equal($"[quote={reply.PostId}]\nOil it, and wait for a night.\n[/quote]\n\n", quote);
    }

    private static async Task NamesNobody(ForumScene scene, Actor actor, long post)
    {
        var html = await Quoting(scene, actor, post);

        Assert.DoesNotContain($"/p/{post}", html, StringComparison.Ordinal);
        foreach (var person in new[] { scene.Aki, scene.Ben, scene.Moderator })
            Assert.DoesNotContain(person.Handle!, html, StringComparison.Ordinal);
    }

    private static async Task<string> Quoting(ForumScene scene, Actor actor, long post) =>
        ForumScene.Must(await scene.Community.Get<PrepareText>().Preview(actor, $"[quote={post}]\nSo it was.\n[/quote]\n\nWas it?")).Html;
}
