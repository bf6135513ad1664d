using System.Globalization;
using Community.Data;
using Community.Discussions;
using Community.Discussions.Contract;
using Community.Discussions.Drafts;
using Community.Forums;
using Community.Members;
using Community.Moderation;
using Community.Privacy;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Privacy;

/// <summary>A community in which Kana, who will leave, has left a trace wherever one can.</summary>
public sealed class PrivacyScene : IAsyncDisposable
{
    public const string Handle = "kanariya";
    public const string Words = "NIGHTINGALE";
    public const string Email = "kanariya@example.com";

    private PrivacyScene(AccountScene accounts) => Accounts = accounts;

    public AccountScene Accounts { get; }

    public TestCommunity Community => Accounts.Community;

    public Actor Kana { get; private set; } = Actor.Visitor;

    public Actor Ben { get; private set; } = Actor.Visitor;

    public Actor Owner { get; private set; } = Actor.Visitor;

    public Actor Mia { get; private set; } = Actor.Visitor;

    /// <summary>Kana's topic, which Ben answered.</summary>
    public long Answered { get; private set; }

    /// <summary>Kana's topic, which nobody answered.</summary>
    public long Unanswered { get; private set; }

    /// <summary>Ben's topic, in which Kana wrote.</summary>
    public long Others { get; private set; }

    public long Opening { get; private set; }

    public long BensReply { get; private set; }

    public long KanasReply { get; private set; }

    public static async Task<PrivacyScene> Start()
    {
        var scene = new PrivacyScene(await AccountScene.Start(("Community:Limits:FirstDayReplies", "10000"), ("Community:Limits:PostInterval", "00:00:00"), ("Community:Limits:NewMemberPostInterval", "00:00:00"), ("Community:Limits:GraceEdit", "00:00:00")));
        var community = scene.Community;
        (scene.Kana, scene.Ben) = (await scene.Accounts.Member(Handle), await scene.Accounts.Member("benjiro"));
        (scene.Owner, scene.Mia) = (await scene.Accounts.ActorOf("olga") with { IsUnconfirmed = false }, await community.Person("mia", Role.Moderator));
        await community.Arrange(db => db.Forums.Add(new Forum { Id = community.Get<Ids>().Next(), Slug = "talk", Name = new LocalizedText("", "Talk") }));
        await scene.Write();
        return scene;
    }

    public async Task<Result<Done>> EraseMyself(bool keepsTexts = false, string password = AccountScene.Password, string handle = Handle) =>
        await Community.Get<EraseMyself>().Run(Kana, new EraseMyself.Input(password, handle, keepsTexts), default);

    /// <summary>What the worker does: a first look, and the last one when all is settled.</summary>
    public async Task Continue()
    {
        await Community.Get<ContinueErasures>().Run(default);
        Community.Time.Pass(PrivacyLimits.Settling);
        await Community.Get<ContinueErasures>().Run(default);
    }

    public async Task<IReadOnlyList<string>> Differences()
    {
        var found = new List<string>();
        foreach (var verifier in Community.All<IVerify>())
            found.AddRange(await Community.Read(db => verifier.Check(db, default)));
        return found;
    }

    public Task<Post> Post(long id) => Community.Read(db => db.Posts.SingleAsync(p => p.Id == id));

    public async Task<long> Reply(Actor by, long topic, string body)
    {
        Community.Time.Pass(TimeSpan.FromMinutes(1));
        var posted = Must(await Community.Get<PostReply>().Run(by, new PostReply.Input(topic, body, null, Guid.NewGuid())));
        return await Community.Read(db => db.Posts.Where(p => p.Number == posted.Number && db.Topics.Any(t => t.Id == p.DiscussionId && t.Number == topic)).Select(p => p.Id).SingleAsync());
    }

    public static T Must<T>(Result<T> result)
    {
        Assert.Null(result.Problem);
        return result.Value!;
    }

    public ValueTask DisposeAsync() => Accounts.DisposeAsync();

    private async Task Write()
    {
        var text = CultureInfo.InvariantCulture;
        Must(await Community.Get<UpdateProfile>().Run(Kana, new UpdateProfile.Input($"{Words} of Kana", $"About {Words}"), default));
        Must(await Community.Get<UpdateProfile>().Run(Ben, new UpdateProfile.Input("Benjiro", $"A friend of @{Handle}"), default));
        Must(await Community.Get<CreateToken>().Run(Kana, new CreateToken.Input(Handle, $"Token of {Words}", TokenScope.Read), default));
        Must(await Accounts.SignIn(Email));
        Answered = await Topic(Kana, $"How {Words} sings at night", $"First words of {Words} in the opening.", "onlykanas, birds");
        Unanswered = await Topic(Kana, $"Where {Words} went", $"Nobody answers {Words} in this one.", "onlykanas");
        Others = await Topic(Ben, $"Is @{Handle} here today?", "A topic of Ben, with words of his own.", "birds");
        Opening = await Community.OpeningOf(Answered);
        Must(await Community.Get<EditPost>().Run(Kana, new EditPost.Input(Opening, 1, $"Second words of {Words} in the opening, edited.", $"How {Words} sings by day", "onlykanas")));
        var quote = $"[quote={Opening.ToString(text)}]\nSecond words of {Words} in the opening\n[/quote]\n\n";
        BensReply = await Reply(Ben, Answered, quote + $"I agree with @{Handle}, see [them](/members/{Handle}).");
        Must(await Community.Get<EditPost>().Run(Mia, new EditPost.Input(BensReply, 1, quote + $"I agree with @{Handle}. Mended.", Reason: $"Wrong link to @{Handle}")));
        KanasReply = await Reply(Kana, Others, $"A reply of {Words} to Ben.");
        var hidden = await Reply(Kana, Others, $"Something unkind by {Words}.");
        await Reply(Ben, Others, "The last words are Ben's.");
        Must(await Community.Get<React>().Run(Kana, new React.Input(BensReply, ReactionKind.Heart)));
        Must(await Community.Get<React>().Run(Ben, new React.Input(Opening, ReactionKind.Like)));
        Must(await Community.Get<MarkRead>().Run(Kana, new MarkRead.Input((await Post(BensReply)).DiscussionId, 2)));
        var place = DraftPlace.Reply((await Post(BensReply)).DiscussionId);
        Must(await Community.Get<SaveDraft>().Run(Kana, new SaveDraft.Input(place, 1, new DraftText { Body = $"Begun by {Words}, not sent." }, Guid.NewGuid())));
        Must(await Community.Get<SaveDraft>().Run(Ben, new SaveDraft.Input(place, 1, new DraftText { Title = $"To @{Handle}", Body = quote + $"Begun for @{Handle}, not sent." }, Guid.NewGuid())));
        Must(await Community.Get<ReportContent>().Run(Ben, new ReportContent.Input(Guid.NewGuid(), new ContentRef(ContentKind.Post, hidden), ReportReason.Unkind, $"@{Handle} and {Words} again")));
        Must(await Community.Get<ReportContent>().Run(Ben, new ReportContent.Input(Guid.NewGuid(), new ContentRef(ContentKind.Member, Kana.MemberId!.Value), ReportReason.Spam, $"{Words} floods us")));
        Must(await Community.Get<ReportContent>().Run(Kana, new ReportContent.Input(Guid.NewGuid(), new ContentRef(ContentKind.Post, BensReply), ReportReason.Other, $"{Words} minds")));
        Must(await Community.Get<ChangePostState>().Run(Mia, new ChangePostState.Input(hidden, PostState.Hidden, $"Unkind: {Words}")));
        Must(await Community.Get<SuspendMember>().Run(Mia, new SuspendMember.Input(Kana.MemberId!.Value, $"For {Words}", Community.Time.Now.AddDays(1))));
        await Community.Arrange(db => db.ImportedItems.Add(new() { Source = "discourse", Kind = "member", Key = $"{Handle}_elsewhere", ContentId = Kana.MemberId!.Value }));
    }

    private async Task<long> Topic(Actor by, string title, string body, string tags)
    {
        Community.Time.Pass(TimeSpan.FromHours(1));
        return Must(await Community.Get<StartTopic>().Run(by, new StartTopic.Input("talk", title, body, tags, Guid.NewGuid()))).Number;
    }
}
