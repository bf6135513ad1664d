using Community.Data;
using Community.Discussions;
using Community.Forums;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Support;

/// <summary>A community with two forums, an asker, a helper, a newcomer and a moderator, and short ways to write.</summary>
public sealed class ForumScene : IAsyncDisposable
{
    public const string Body = "The clasp on my old tin box broke. How do you fix yours?";

    private ForumScene(TestCommunity community) => Community = community;

    public TestCommunity Community { get; }

    public required Actor Aki { get; init; }

    public required Actor Ben { get; init; }

    public required Actor Newcomer { get; init; }

    public required Actor Moderator { get; init; }

    public required Actor Admin { get; init; }

    public FakeTime Time => Community.Time;

    public static async Task<ForumScene> Start(params IEnumerable<(string Key, string Value)> settings)
    {
        var community = await TestCommunity.Start(settings);
        var scene = new ForumScene(community)
        {
            Aki = await community.Person("aki"),
            Ben = await community.Person("ben"),
            Newcomer = await community.Person("nao", trust: TrustLevel.New),
            Moderator = await community.Person("mia", Role.Moderator),
            Admin = await community.Person("ada", Role.Admin),
        };
        await scene.OpenForum("help");
        await scene.OpenForum("staff-room", Audience.Staff, Audience.Staff);
        return scene;
    }

    public Task OpenForum(string slug, string read = Audience.Everyone, string write = Audience.Members) => Community.Arrange(db => db.Forums.Add(new Forum
    {
        Id = Community.Get<Ids>().Next(),
        Slug = slug,
        Name = new LocalizedText("", slug),
        ReadAudience = read,
        ReplyAudience = write,
        StartAudience = write,
    }));

    public Task<Result<StartTopic.Started>> Start(Actor actor, string title = "How do you mend a tin box?", string body = Body, string? tags = null, string forum = "help", Guid? key = null) =>
        Community.Get<StartTopic>().Run(actor, new StartTopic.Input(forum, title, body, tags, key ?? Guid.NewGuid()));

    public Task<Result<PostReply.Posted>> Reply(Actor actor, long topic, string? body = null, int? to = null, Guid? key = null) =>
        Community.Get<PostReply>().Run(actor, new PostReply.Input(topic, body ?? $"A drop of oil helps, says {actor.Handle} at {Time.Now:O}.", to, key ?? Guid.NewGuid()));

    public Task<Result<Done>> React(Actor actor, long post, ReactionKind? kind = ReactionKind.Heart) =>
        Community.Get<React>().Run(actor, new React.Input(post, kind));

    public Task<Result<Done>> Bring(Actor actor, long post, PostState to, string? reason = "Off topic") =>
        Community.Get<ChangePostState>().Run(actor, new ChangePostState.Input(post, to, reason));

    /// <summary>A topic that is there, by somebody and after a pause.</summary>
    public async Task<long> Topic(Actor? by = null, string? tags = null, string forum = "help")
    {
        Time.Pass(TimeSpan.FromMinutes(10));
        return Must(await Start(by ?? Aki, tags: tags, forum: forum)).Number;
    }

    /// <summary>A reply that is there, after a pause.</summary>
    public async Task<PostReply.Posted> Answer(Actor by, long topic)
    {
        Time.Pass(TimeSpan.FromMinutes(10));
        return Must(await Reply(by, topic));
    }

    public Task<Topic> ReadTopic(long number) => Community.Read(db => db.Topics.SingleAsync(t => t.Number == number));

    public Task<Forum> ReadForum(string slug) => Community.Read(db => db.Forums.SingleAsync(f => f.Slug == slug));

    public Task<Post> ReadPost(long topic, int number) => Community.Read(db => db.Posts.SingleAsync(
        p => p.Number == number && p.DiscussionId == db.Topics.Where(t => t.Number == topic).Select(t => t.Id).Single()));

    public Task<Member> ReadMember(Actor actor) => Community.Read(db => db.Members.SingleAsync(m => m.Id == actor.MemberId));

    /// <summary>Every counter again from what it follows from.</summary>
    public async Task<IReadOnlyList<string>> Differences()
    {
        var found = new List<string>();
        foreach (var verifier in Community.All<IVerify>())
            found.AddRange(await Community.Read(db => verifier.Check(db, CancellationToken.None)));
        return found;
    }

    public static T Must<T>(Result<T> result)
    {
        Assert.Null(result.Problem);
        return result.Value!;
    }

    public ValueTask DisposeAsync() => Community.DisposeAsync();
}
