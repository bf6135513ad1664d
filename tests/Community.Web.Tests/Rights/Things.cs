using Community.Discussions;
using Community.Forums;
using Community.Ideas;
using Community.Ideas.Boards;
using Community.Ideas.Merging;
using Community.Ideas.Votes;
using Community.Members;
using Community.Moderation;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Rights;

/// <summary>Makes what a sample names in braces, afresh each time, so that no knock depends on another.</summary>
internal sealed class Things(World world)
{
    private static int made;

    /// <param name="name">Such as <c>topic:staff</c>, <c>own-post</c> or <c>key</c>.</param>
    public async Task<string> Of(string name, Persona persona)
    {
        var parts = name.Split(':');
        var audience = parts.ElementAtOrDefault(1) ?? Audience.Everyone;
        var by = parts[0].StartsWith("own-", StringComparison.Ordinal) && persona.Actor.IsMember ? persona.Actor : world.Fan;
        return parts[0] switch
        {
            "key" => Guid.NewGuid().ToString(),
            "words" => Words(),
            "forum" => $"for-{audience}",
            "empty-forum" => await EmptyForum(),
            "empty-board" => await EmptyBoard(),
            "slug" => $"fresh-{Next()}",
            "topic" or "own-topic" => Text(await Topic(by, audience)),
            "discussion" => Text(await IdOf(await Topic(by, audience))),
            "held-discussion" => Text(await IdOf(await Held(world.Fan, audience))),
            "post" or "own-post" => Text(await Post(by, audience)),
            "post-in-own-topic" => Text(await Reply(world.Fan, await Topic(persona.Actor.IsMember ? persona.Actor : world.Fan, audience))),
            "held-topic" or "own-held-topic" => Text(await Held(by, audience)),
            "held-post" => Text(await Opening(await Held(world.Fan, audience))),
            "topic-path" => await PathOf(await Topic(by, audience)),
            "locked-path" => await PathOf(await Locked()),
            "locked-topic" => Text(await Locked()),
            "edited-post" => Text(await Edited()),
            "audience" => audience,
            "idea" or "other-idea" => Text(await Idea(by, audience)),
            "idea-path" => await PathOfIdea(await Idea(by, audience)),
            "held-idea" => Text(await HeldIdea(world.Fan)),
            "merged-path" => await MergedPath(audience),
            "merged-idea" => Text((await Merged(audience)).Source),
            "quiet-idea" => Text(await QuietIdea()),
            "idea-post" => Text(await OpeningOfIdea(await Idea(by, audience))),
            "vote-with-reason" => Text(await VoteWithReason()),
            "passed-on" => Text(await PassedOn()),
            "tag" => await Tag(audience),
            "member" => world.Fan.Handle!,
            "target" => (await world.Person($"target-{Next()}", Role.Member, TrustLevel.Member)).Handle,
            "suspended" => (await world.Person($"target-{Next()}", Role.Member, TrustLevel.Member, null, m => (m.SuspendedUntil, m.SuspensionReason) = (TimeProvider.System.GetUtcNow().AddDays(9), "for a test"))).Handle,
            "own-token" => Text(await Token(persona.Actor.IsMember ? persona.Actor : world.Fan)),
            "token" => Text(await Token(world.Fan)),
            "log" => Text(await LogEntry()),
            "reported-post" => Text(await Reported()),
            _ => throw new InvalidOperationException($"Nothing is called {name}."),
        };
    }

    /// <summary>The id, where a sample has the number of a topic and needs the answer in it.</summary>
    public Task<long> TopicOf(long post) => world.Read(db => db.Topics.Where(t => db.Posts.Any(p => p.Id == post && p.DiscussionId == t.Id)).Select(t => t.Number).SingleAsync());

    private Task<long> IdOf(long topic) => world.Read(db => db.Topics.Where(t => t.Number == topic).Select(t => t.Id).SingleAsync());

    private static string Text(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static int Next() => Interlocked.Increment(ref made);

    private static string Words() => $"A sentence about tents and rain, number {Next()}, which nobody wrote before.";

    // The acts are asked as somebody who may: what is tried is the door, not them.
    private static Actor Able(Actor actor) => actor with { Audiences = Audience.All, SuspendedUntil = null, IsUnconfirmed = false };

    private async Task<long> Topic(Actor by, string audience, string? tags = null) =>
        World.Must(await world.Get<StartTopic>().Run(Able(by), new StartTopic.Input($"for-{audience}", $"How does one dry a tent, try {Next()}?", Words(), tags, Guid.NewGuid()))).Number;

    private async Task<long> Idea(Actor by, string audience) =>
        World.Must(await world.Get<SubmitIdea>().Run(Able(by), new SubmitIdea.Input($"for-{audience}", $"A tent that dries by itself, try {Next()}", Words(), null, Guid.NewGuid()))).Number;

    private async Task<string> PathOfIdea(long idea) => $"{Text(idea)}/{await world.Read(db => db.Ideas.Where(i => i.Number == idea).Select(i => i.Slug).SingleAsync())}";

    private async Task<long> HeldIdea(Actor by)
    {
        var idea = await Idea(by, Audience.Everyone);
        World.Must(await world.Get<ChangePostState>().Run(World.Root, new ChangePostState.Input(await OpeningOfIdea(idea), PostState.Held, "let us look at it first")));
        return idea;
    }

    private Task<long> OpeningOfIdea(long idea) => world.Read(db => db.Posts.Where(p => p.Number == 1 && db.Ideas.Any(i => i.Number == idea && i.Id == p.DiscussionId)).Select(p => p.Id).SingleAsync());

    private async Task<string> MergedPath(string audience)
    {
        var (source, target) = await Merged(audience);
        return $"{Text(target)}/from/{Text(source)}";
    }

    private async Task<(long Source, long Target)> Merged(string audience)
    {
        var (source, target) = (await Idea(world.Fan, audience), await Idea(world.Fan, audience));
        World.Must(await world.Get<MergeIdeas>().Run(Able(world.Personas['M'].Actor), new MergeIdeas.Input(source, target)));
        return (source, target);
    }

    private async Task<long> VoteWithReason()
    {
        var idea = await Idea(world.Fan, Audience.Everyone);
        World.Must(await world.Get<VoteForIdea>().Run(Able(world.Fan), new VoteForIdea.Input(idea, new VoteForIdea.Vote(null, "It rains where I live."))));
        return await world.Read(db => db.IdeaVotes.Where(v => v.Reason != null).OrderByDescending(v => v.Id).Select(v => v.Id).FirstAsync());
    }

    private async Task<long> QuietIdea()
    {
        var slug = $"quiet-{Next()}";
        var board = new BoardSettings(
            slug, new LocalizedText(slug, slug), LocalizedText.Empty, 0, Audience.Everyone, Audience.Members, IdeaStatuses.OfBoards, HasBudget: false, ShowsBackers: false, ReviewsFirst: false, AnswerDays: null);
        World.Must(await world.Get<CreateBoard>().Run(World.Root, new CreateBoard.Input(board, Guid.NewGuid())));
        return World.Must(await world.Get<SubmitIdea>().Run(Able(world.Fan), new SubmitIdea.Input(slug, $"A tent that dries by itself, try {Next()}", Words(), null, Guid.NewGuid()))).Number;
    }

    private async Task<long> PassedOn()
    {
        var idea = await Idea(world.Fan, Audience.Everyone);
        World.Must(await world.Get<PassOnVote>().Run(Able(world.Personas['M'].Actor), new PassOnVote.Input(idea, "Uncle Ben", "He said so by the lake.", Guid.NewGuid())));
        return await world.Read(db => db.ProxyVotes.MaxAsync(vote => vote.Id));
    }

    private async Task<long> Reply(Actor by, long topic) =>
        World.Must(await world.Get<PostReply>().Run(Able(by), new PostReply.Input(topic, Words(), null, Guid.NewGuid()))).PostId;

    private async Task<long> Post(Actor by, string audience) => await Reply(by, await Topic(world.Fan, audience));

    private async Task<string> PathOf(long topic) => $"{Text(topic)}/{await world.Read(db => db.Topics.Where(t => t.Number == topic).Select(t => t.Slug).SingleAsync())}";

    private Task<long> Opening(long topic) => world.Read(db => db.Posts.Where(p => p.Number == 1 && db.Topics.Any(t => t.Number == topic && t.Id == p.DiscussionId)).Select(p => p.Id).SingleAsync());

    private async Task<long> Held(Actor by, string audience)
    {
        var topic = await Topic(by, audience);
        var opening = await Opening(topic);
        await world.Arrange(db =>
        {
            db.Posts.Single(p => p.Id == opening).State = PostState.Held;
            db.Topics.Single(t => t.Number == topic).State = PostState.Held;
        });
        return topic;
    }

    private async Task<long> Locked()
    {
        var topic = await Topic(world.Fan, Audience.Everyone);
        World.Must(await world.Get<LockTopic>().Run(World.Root, new LockTopic.Input(topic, true, "enough was said")));
        return topic;
    }

    private async Task<long> Edited()
    {
        var post = await Post(world.Fan, Audience.Everyone);
        World.Must(await world.Get<EditPost>().Run(Able(world.Fan), new EditPost.Input(post, 1, Words() + " And more.")));
        return post;
    }

    private async Task<string> Tag(string audience)
    {
        var tag = $"tag{Next()}";
        await Topic(world.Fan, audience, tag);
        return tag;
    }

    private async Task<string> EmptyBoard()
    {
        var slug = $"empty-{Next()}";
        var settings = new BoardSettings(slug, new LocalizedText(slug, slug), LocalizedText.Empty, 0, Audience.Everyone, Audience.Members, IdeaStatuses.OfBoards, false, true, false, null);
        World.Must(await world.Get<CreateBoard>().Run(World.Root, new CreateBoard.Input(settings, Guid.NewGuid())));
        return slug;
    }

    private async Task<string> EmptyForum()
    {
        var slug = $"empty-{Next()}";
        var settings = new ForumSettings(slug, new LocalizedText(slug, slug), LocalizedText.Empty, 0, null, Audience.Everyone, Audience.Members, Audience.Members);
        World.Must(await world.Get<CreateForum>().Run(World.Root, new CreateForum.Input(settings, Guid.NewGuid())));
        return slug;
    }

    private async Task<long> Token(Actor of) =>
        World.Must(await world.Get<CreateToken>().Run(Actor.System, new CreateToken.Input(of.Handle!, "spare", TokenScope.Read), TestContext.Current.CancellationToken)).Id;

    private async Task<long> LogEntry()
    {
        await Locked();
        return await world.Read(db => db.Log.MaxAsync(entry => entry.Sequence));
    }

    private async Task<long> Reported()
    {
        var post = await Post(world.Fan, Audience.Everyone);
        var (reporter, _) = await world.Person($"reporter-{Next()}", Role.Member, TrustLevel.Member);
        World.Must(await world.Get<ReportContent>().Run(reporter, new ReportContent.Input(Guid.NewGuid(), new ContentRef(ContentKind.Post, post), ReportReason.Spam, "")));
        return post;
    }
}
