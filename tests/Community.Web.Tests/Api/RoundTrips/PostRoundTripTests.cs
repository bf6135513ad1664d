using Community.Client;

namespace Community.Web.Tests.Api.RoundTrips;

public sealed class PostRoundTripTests(ApiSite site) : RoundTrip(site)
{
    [Fact, GoesRound("ReadPost", "EditPost", "ListRevisions")]
    public async Task An_edit_starts_from_a_version_and_leaves_the_former_text_in_the_history()
    {
        var aki = await Somebody();
        var topic = await Site.Topic(aki);
        var opening = (await aki.Topics.ListPosts(topic.Number, cancel: Cancel)).Items[0];
        var before = await aki.Posts.ReadPost(opening.Id, Cancel);

        var version = await aki.Posts.EditPost(before.Id, before.Version, new PostEdit("The lid broke as well.", "How do you mend a lid?", ["lids"]), Cancel);

        var after = await aki.Posts.ReadPost(opening.Id, Cancel);
        var revisions = await aki.Posts.ListRevisions(opening.Id, Cancel);
        Assert.Equal(("The lid broke as well.", before.Version + 1, before.Version + 1), (after.Markdown, after.Version, version));
        Assert.Equal([before.Markdown, "The lid broke as well."], revisions.Select(revision => revision.Markdown));
        Assert.Equal("How do you mend a lid?", (await aki.Topics.ReadTopic(topic.Number, Cancel)).Title);
    }

    [Fact, GoesRound]
    public async Task A_reply_to_what_is_not_there_names_its_number()
    {
        var aki = await Somebody();
        var topic = await Site.Topic(aki);

        var refused = await Assert.ThrowsAsync<CommunityApiException>(() => aki.Topics.PostReply(topic.Number, new NewPost("A drop of oil helps.", ReplyToNumber: 7), cancel: Cancel));

        Assert.Equal(("reply-to-unknown", "replyToNumber"), (refused.Code, refused.Field));
    }

    [Fact, GoesRound("QuotePost", "React", "TakeReactionBack")]
    public async Task A_post_is_quoted_and_reacted_to()
    {
        var aki = await Somebody();
        var ben = await Somebody("ben");
        var reply = await aki.Topics.PostReply((await Site.Topic(aki)).Number, new NewPost("Use a drop of oil."), cancel: Cancel);

        var quote = await ben.Posts.QuotePost(reply.Id, Cancel);
        await ben.Reactions.React(reply.Id, ReactionKind.Clap, Cancel);
        var liked = await ben.Posts.ReadPost(reply.Id, Cancel);
        await ben.Reactions.TakeReactionBack(reply.Id, Cancel);
        var plain = await ben.Posts.ReadPost(reply.Id, Cancel);

        Assert.Contains("Use a drop of oil.", quote.Markdown);
        Assert.Equal((ReactionKind.Clap, 1), (liked.MyReaction, liked.Reactions[ReactionKind.Clap]));
        Assert.Null(plain.MyReaction);
        Assert.Empty(plain.Reactions);
    }

    [Fact, GoesRound("RemovePost", "ListMemberPosts", "ReadMember")]
    public async Task What_a_member_wrote_is_listed_until_they_take_it_away()
    {
        var handle = await Site.Person("aki");
        var aki = await As(handle);
        var reply = await aki.Topics.PostReply((await Site.Topic(aki)).Number, new NewPost("Use a drop of oil."), cancel: Cancel);

        var before = await aki.Posts.ListAllMemberPosts(handle, Cancel).ToListAsync(Cancel);
        await aki.Posts.RemovePost(reply.Id, Cancel);
        var after = await aki.Posts.ListAllMemberPosts(handle, Cancel).ToListAsync(Cancel);
        var member = await With(null).Members.ReadMember(handle, Cancel);

        Assert.Equal(reply.Id, before[0].Id);
        Assert.DoesNotContain(after, post => post.Id == reply.Id);
        Assert.Equal(PostState.RemovedByAuthor, (await aki.Posts.ReadPost(reply.Id, Cancel)).State);
        Assert.Equal((1, 1, Role.Member, TrustLevel.Member), (member.PostCount, member.TopicCount, member.Person.Role, member.Trust));
    }
}
