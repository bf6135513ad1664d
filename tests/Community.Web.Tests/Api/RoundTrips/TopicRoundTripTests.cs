using Community.Client;

namespace Community.Web.Tests.Api.RoundTrips;

public sealed class TopicRoundTripTests(ApiSite site) : RoundTrip(site)
{
    [Fact, GoesRound("StartTopic", "ReadTopic", "ListTopics", "ListForumTopics", "ReadTag", "ListTagTopics")]
    public async Task A_topic_is_started_and_found_in_every_list()
    {
        var aki = await Somebody();
        var visitor = With(null);

        var started = await aki.Topics.StartTopic("help", new NewTopic("Which oil for a hinge?", "It squeaks at night.", ["Oil", "hinges"]), cancel: Cancel);
        var read = await visitor.Topics.ReadTopic(started.Number, Cancel);

        Assert.Equal(("Which oil for a hinge?", "help", "aki"), (read.Title, read.Forum.Slug, read.Author!.Name));
        Assert.Equal(["Oil", "hinges"], read.Tags.Select(tag => tag.Name));
        Assert.Contains(await visitor.Topics.ListAllTopics(TopicSort.Newest, Cancel).ToListAsync(Cancel), topic => topic.Number == started.Number);
        Assert.Contains(await visitor.Topics.ListAllForumTopics("help", TopicSort.Unanswered, Cancel).ToListAsync(Cancel), topic => topic.Number == started.Number);
        Assert.Equal(1, (await visitor.Topics.ReadTag("oil", Cancel)).Count);
        Assert.Equal([started.Number], await visitor.Topics.ListAllTagTopics("oil", Cancel).Select(topic => topic.Number).ToListAsync(Cancel));
    }

    [Fact, GoesRound("PostReply", "ListPosts", "MarkRead")]
    public async Task A_topic_of_several_pages_is_read_to_its_end()
    {
        var aki = await Somebody();
        var topic = await Site.Topic(aki);
        for (var n = 2; n <= 23; n++)
            Assert.Equal(n, (await aki.Topics.PostReply(topic.Number, new NewPost($"Oil number {n}.", n == 2 ? null : 2), cancel: Cancel)).Number);

        var posts = await aki.Topics.ListAllPosts(topic.Number, Cancel).ToListAsync(Cancel);
        await aki.Topics.MarkRead(topic.Number, 23, Cancel);

        Assert.Equal(Enumerable.Range(1, 23), posts.Select(post => post.Number));
        Assert.Equal(2, posts[^1].ReplyToNumber);
        Assert.Equal(23, (await aki.Topics.ReadTopic(topic.Number, Cancel)).ReadUpTo);
    }

    [Fact, GoesRound("ListChanges")]
    public async Task _07_What_changed_is_told_in_stretches_without_gap_or_double()
    {
        var aki = await Somebody();
        var topic = await aki.Topics.ReadTopic((await Site.Topic(aki)).Number, Cancel);
        var written = new List<WrittenPost>();
        for (var n = 2; n <= 60; n++)
            written.Add(await aki.Topics.PostReply(topic.Number, new NewPost($"Oil number {n}."), cancel: Cancel));
        await aki.Posts.RemovePost(written[0].Id, Cancel);

        var first = await With(null).Topics.ListChanges(topic.Id, topic.ChangeNumber, Cancel);
        var second = await With(null).Topics.ListChanges(topic.Id, first.ChangeNumber, Cancel);
        var none = await With(null).Topics.ListChanges(topic.Id, second.ChangeNumber, Cancel);

        Assert.Equal((50, true, false), (first.Posts.Count, first.HasMore, second.HasMore));
        Assert.Equal(Enumerable.Range(2, 59), first.Posts.Concat(second.Posts).Select(post => post.Number).Order());
        Assert.Equal(PostState.RemovedByAuthor, second.Posts[0].State);
        Assert.Equal((second.ChangeNumber, 0), (none.ChangeNumber, none.Posts.Count));
    }

    [Fact, GoesRound("MarkAnswer", "ClearAnswer")]
    public async Task The_asker_says_what_solved_it()
    {
        var aki = await Somebody();
        var ben = await Somebody("ben");
        var topic = await Site.Topic(aki);
        var reply = await ben.Topics.PostReply(topic.Number, new NewPost("A drop of oil helps."), cancel: Cancel);

        await aki.Topics.MarkAnswer(topic.Number, reply.Id, Cancel);
        var solved = await aki.Topics.ReadTopic(topic.Number, Cancel);
        await aki.Topics.ClearAnswer(topic.Number, Cancel);
        var open = await aki.Topics.ReadTopic(topic.Number, Cancel);

        Assert.Equal((true, reply.Id), (solved.IsSolved, solved.AnswerPostId));
        Assert.Equal((false, null), (open.IsSolved, open.AnswerPostId));
    }
}
