using Community.Data;
using Community.Discussions;
using Community.Discussions.Contract;
using Community.Discussions.Drafts;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>Answers in a topic.</summary>
public sealed class PostReply(CommunityData data, PrepareText prepare, AddPost posts, TimeProvider time)
{
    private static readonly Func<CommunityDb, long, Task<Member>> MemberOf = EF.CompileAsyncQuery((CommunityDb db, long id) => db.Members.First(m => m.Id == id));

    /// <param name="TopicNumber">The public number of the topic.</param>
    /// <param name="Body">Markdown.</param>
    /// <param name="ReplyToNumber">The number of the post that this one answers, where it answers one.</param>
    /// <param name="Key">Made by the client: the same key again returns the first post.</param>
    /// <param name="Draft">The sequence of the draft that the text was kept as; 0 where there was none.</param>
    public sealed record Input(long TopicNumber, string? Body, int? ReplyToNumber, Guid Key, long Draft = 0);

    public sealed record Posted(long PostId, int Number, bool IsHeld);

    public async Task<Result<Posted>> Run(Actor actor, Input input, CancellationToken cancel = default)
    {
        if (actor.WhyNotTakePart(time.GetUtcNow()) is { } reader)
            return reader;
        var text = await prepare.Run(actor, Author.Of(actor), input.Body, cancel: cancel);
        if (text.Problem is { } badText)
            return badText;
        return await data.WriteBeside(db => Write(db, actor, input, text.Value!, cancel), cancel);
    }

    private async Task<Result<Posted>> Write(CommunityDb db, Actor actor, Input input, PreparedText text, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var me = actor.MemberId!.Value;
        await db.HoldMembers([me], cancel);
        await db.Hold(db.Discussions.Where(d => db.Topics.Any(t => t.Id == d.Id && t.Number == input.TopicNumber)).Select(d => d.Id), cancel);
        await db.Hold(db.Forums.Where(f => db.Topics.Any(t => t.ForumId == f.Id && t.Number == input.TopicNumber)).Select(f => f.Id), cancel);
        if (await db.FirstResultOf(me, input.Key, cancel) is { } first)
            return await Repeat(db, first, input.TopicNumber, cancel);
        if (await TopicRow.Find(db, input.TopicNumber) is not { } row)
            return Problem.NotFound();
        var hosts = await row.Hosts(db, cancel);
        if (ForumRules.WhyNotReply(actor, row.Topic, row.Forum, now, hosts.Contains(me)) is { } refused)
            return refused;
        if (await SlowMode.WaitsUntil(db, actor, row.Topic.Id, row.Topic.SlowSeconds, row.Topic.SlowUntil, hosts, now, cancel) is { } next)
            return Problem.TooFast("slow-mode", next - now);

        var reply = await posts.Run(db, row.Discussion, await MemberOf(db, me), Author.Of(actor), text, input.ReplyToNumber, cancel: cancel);
        if (reply.Problem is { } problem)
            return problem;
        await db.EndDraft(me, DraftPlace.Reply(row.Discussion.Id), input.Key, input.Draft, cancel);
        db.Receipts.Add(new Receipt { MemberId = me, Key = input.Key, ContentId = reply.Value!.Id, At = now });
        return new Posted(reply.Value.Id, reply.Value.Number, reply.Value.State == PostState.Held);
    }

    // In another topic the first result would be told as that of a text which is written nowhere.
    private static async Task<Result<Posted>> Repeat(CommunityDb db, long postId, long topicNumber, CancellationToken cancel) =>
        await db.Posts.FirstOrDefaultAsync(p => p.Id == postId && db.Topics.Any(t => t.Id == p.DiscussionId && t.Number == topicNumber), cancel) is { } post
            ? new Posted(post.Id, post.Number, post.State == PostState.Held)
            : Problem.Conflict("key-used");
}
