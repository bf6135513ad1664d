using Community.Browser.Tests.People;
using Community.Data;
using Community.Discussions;
using Community.Discussions.Contract;
using Community.Discussions.Drafts;
using Community.Forums;
using Community.Members;
using Community.Moderation;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Browser.Tests.Seeded;

/// <summary>Fills a fresh community through its own acts.</summary>
internal sealed class Seed(IServiceProvider services)
{
    public const string EmptyForum = "quiet";

    private static readonly (Who Who, string Name, Role Role, TrustLevel Trust, int DaysAgo)[] People =
    [
        (Who.Aoi, "あおい", Role.Member, TrustLevel.Member, 90),
        (Who.Ren, "蓮", Role.Member, TrustLevel.Member, 60),
        (Who.Nao, "Nao", Role.Member, TrustLevel.New, 0),
        (Who.Mio, "澪", Role.Member, TrustLevel.New, 0),
        (Who.Yui, "結衣", Role.Member, TrustLevel.New, 1),
        (Who.Mia, "Mia", Role.Moderator, TrustLevel.Member, 120),
        (Who.Ada, "Ada", Role.Admin, TrustLevel.Member, 200),
        (Who.Kai, "Kai", Role.Member, TrustLevel.Member, 30),
        (Who.Sora, "そら", Role.Member, TrustLevel.Member, 30),
        (Who.Emi, "Emi", Role.Member, TrustLevel.Member, 30),
        (Who.Jun, "淳", Role.Member, TrustLevel.Member, 30),
        (Who.Taku, "拓", Role.Member, TrustLevel.New, 0),
        (Who.Gen, "弦", Role.Member, TrustLevel.Member, 30),
    ];

    private readonly Dictionary<Who, Actor> _actors = [];
    private string? _hash;

    public static string EmailOf(Who who) => $"{HandleOf(who)}@example.com";

    public static string HandleOf(Who who) => who.ToString().ToLowerInvariant();

    public async Task<Places> Run()
    {
        Must(await Get<SetUpCommunity>().Run(
            new SetUpCommunity.Input("やまびこ", "ja", "Asia/Tokyo", HandleOf(Who.Haru), EmailOf(Who.Haru), Person.Password), CancellationToken.None));
        await AddPeople();
        Must(await Get<CreateForum>().Run(_actors[Who.Ada], new CreateForum.Input(
            new ForumSettings(EmptyForum, new("静かな部屋", "Quiet room"), LocalizedText.Empty, 2, null, Audience.Everyone, Audience.Members, Audience.Members), Guid.NewGuid())));
        var solved = await SolvedTopic();
        var locked = await LockedTopic();
        var states = await StateTopic();
        await BeginReply(Who.Mia, solved);
        await FillQueue(locked.Opening, states.Edited, solved);
        var (planned, merged, shipped) = await new SeededIdeas(who => _actors[who], services).Add();
        return new()
        {
            PlannedIdea = planned,
            MergedIdea = merged,
            ShippedIdea = shipped,
            SolvedTopic = Address(solved),
            LockedTopic = locked.Address,
            OpeningOfRen = locked.Opening,
            StateTopic = states.Address,
            EditedPost = states.Edited,
            HiddenPost = states.Hidden,
            LongTopic = await LongTopic(),
            QuestionForWriting = Address(await Start(Who.Aoi, "ボタンを二度押してしまうこと、ありますか", "急いでいると、つい二度押してしまいます。みなさんはどうですか。", null)),
            QuestionForDrafts = Address(await Start(Who.Aoi, "書きかけの文章、どこに置いていますか", "電車の中で書いていると、途中で降りることになります。みなさんはどうですか。", null)),
            QuestionForKeyboard = Address(await Start(Who.Aoi, "A lamp for walking home after dark?", "I come home after dark now. Do you know which lamp is good for the harbour wall?", null)),
        };
    }

    public async Task<Actor> Joins(string handle)
    {
        await using var db = await Get<IDbContextFactory<CommunityDb>>().CreateDbContextAsync();
        var member = Join(db, handle, handle, 30);
        await db.SaveChangesAsync();
        return Actor.Of(member.Id, member.Handle, member.Role, member.Trust);
    }

    private async Task AddPeople()
    {
        await using var db = await Get<IDbContextFactory<CommunityDb>>().CreateDbContextAsync();
        foreach (var (who, name, role, trust, days) in People)
        {
            var member = Join(db, HandleOf(who), name, days, isConfirmed: who != Who.Yui);
            member.Bio = who == Who.Aoi ? "週末は海沿いを歩いています。" : "";
            member.Role = role;
            member.Trust = trust;
            _actors[who] = Actor.Of(member.Id, member.Handle, role, trust);
        }

        // Like everybody else here, the owner follows the browser.
        (await db.Members.SingleAsync(m => m.Role == Role.Owner)).Language = null;
        await db.SaveChangesAsync();
    }

    private Member Join(CommunityDb db, string handle, string name, int daysAgo, bool isConfirmed = true)
    {
        var member = new Member
        {
            Id = Get<Ids>().Next(),
            Handle = handle,
            HandleKey = HandleSkeleton.Of(handle),
            DisplayName = name,
            Trust = TrustLevel.Member,
            JoinedAt = TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(daysAgo),
        };
        var account = Get<NewMembers>().AccountOf(member, $"{handle}@example.com", _hash ??= Get<Passwords>().Hash(Person.Password));
        account.EmailConfirmed = isConfirmed;
        db.Members.Add(member);
        db.Accounts.Add(account);
        return member;
    }

    private async Task BeginReply(Who who, StartTopic.Started topic)
    {
        var id = await Get<CommunityData>().Read(db => db.Topics.Where(t => t.Number == topic.Number).Select(t => t.Id).SingleAsync());
        Must(await Get<SaveDraft>().Run(_actors[who], new SaveDraft.Input(DraftPlace.Reply(id), 1, new DraftText { Body = "I would not go there tomorrow, because" }, Guid.NewGuid())));
    }

    private async Task<string> LongTopic()
    {
        var topic = await Start(Who.Aoi, "海沿いを歩く日の持ちもの、どうしていますか", Texts.Everything, "持ちもの,海");
        for (var number = 2; number <= 45; number++)
        {
            var post = await Reply(number % 2 == 0 ? Who.Ren : Who.Aoi, topic, $"{number} 番目の返信です。風が強い日は、軽い上着を一枚足しています。");
            if (number % 7 == 0)
                Must(await Get<React>().Run(_actors[Who.Mia], new React.Input(post, number % 2 == 0 ? ReactionKind.Heart : ReactionKind.Clap)));
        }

        return Address(topic);
    }

    private async Task<StartTopic.Started> SolvedTopic()
    {
        var topic = await Start(Who.Aoi, "How do you keep your maps dry in the rain?", "Mine were soaked last weekend, even inside the bag. What do you use?", "rain,maps", "help");
        var answer = await Reply(Who.Mia, topic, "A freezer bag inside the map case. It has held for two years now.");
        Must(await Get<MarkAnswer>().Run(_actors[Who.Aoi], new MarkAnswer.Input(topic.Number, answer)));
        Must(await Get<PinTopic>().Run(_actors[Who.Mia], new PinTopic.Input(topic.Number, true, "Asked every week")));
        return topic;
    }

    private async Task<(string Address, long Opening)> LockedTopic()
    {
        var topic = await Start(Who.Ren, "去年の集まりの写真はここまでにします", "参加してくださったみなさん、ありがとうございました。続きは新しい話題でどうぞ。", null);
        Must(await Get<LockTopic>().Run(_actors[Who.Mia], new LockTopic.Input(topic.Number, true, "去年の話題のため")));
        return (Address(topic), await PostAt(topic.Number, 1));
    }

    private async Task<(string Address, long Edited, long Hidden)> StateTopic()
    {
        var topic = await Start(Who.Aoi, "Which path is open after the storm?", "I want to walk to the lighthouse on Sunday. Is the lower path open?", null);
        var edited = await Reply(Who.Aoi, topic, "The board at the station says that the lower path is closed until Friday.");
        await Reply(Who.Ren, topic, "Thank you, I would have gone there in vain tomorrow morning.");
        var removed = await Reply(Who.Ren, topic, "I wrote this into the wrong topic, please do not mind it.");
        var hidden = await Reply(Who.Ren, topic, "Buy my used boots, write to me for the price and the size!");
        Must(await Get<EditPost>().Run(_actors[Who.Aoi], new EditPost.Input(
            edited, 1, "The board at the station says that the lower path is open again, but the bridge behind the mill is closed until the end of the month. The upper path was never closed.")));
        Must(await Get<RemoveOwnPost>().Run(_actors[Who.Ren], removed));
        Must(await Get<ChangePostState>().Run(_actors[Who.Mia], new ChangePostState.Input(hidden, PostState.Hidden, "An advertisement")));
        return (Address(topic), edited, hidden);
    }

    /// <summary>What moderators find in the morning: reports with and without words, a first post that waits, somebody suspended.</summary>
    private async Task FillQueue(long reported, long alsoReported, StartTopic.Started answered)
    {
        foreach (var (who, post, reason, note) in new[]
        {
            (Who.Kai, reported, ReportReason.Spam, "同じ文を別の話題でも見ました。宣伝だと思います。"),
            (Who.Sora, reported, ReportReason.Unkind, ""),
            (Who.Kai, alsoReported, ReportReason.OffTopic, "The bridge has its own topic."),
        })
        {
            Must(await Get<ReportContent>().Run(_actors[who], new ReportContent.Input(Guid.NewGuid(), new ContentRef(ContentKind.Post, post), reason, note)));
        }

        await HoldFirstPosts(true);
        await Reply(Who.Taku, answered, "はじめまして。うちでは地図を蝋引きの紙に刷っています。雨でもにじみません。");
        await HoldFirstPosts(false);
        Must(await Get<SuspendMember>().Run(_actors[Who.Mia], new SuspendMember.Input(
            _actors[Who.Gen].MemberId!.Value, "宣伝をくり返したため", TimeProvider.System.GetUtcNow() + TimeSpan.FromDays(30))));
        Must(await Get<SetAnnouncement>().Run(_actors[Who.Ada], new SetAnnouncement.Input(new("秋の集まりの日程が決まりました", "The autumn meeting has a date"), "/forums/general")));
    }

    private async Task HoldFirstPosts(bool holds) =>
        Must(await Get<UpdateSite>().Run(_actors[Who.Ada], new UpdateSite.Input("ja", "Asia/Tokyo", 13, true, holds)));

    private async Task<StartTopic.Started> Start(Who who, string title, string body, string? tags, string forum = "general") =>
        Must(await Get<StartTopic>().Run(_actors[who], new StartTopic.Input(forum, title, body, tags, Guid.NewGuid())));

    private async Task<long> Reply(Who who, StartTopic.Started topic, string body) =>
        Must(await Get<PostReply>().Run(_actors[who], new PostReply.Input(topic.Number, body, null, Guid.NewGuid()))).PostId;

    private Task<long> PostAt(long topic, int number) => Get<CommunityData>().Read(db => db.Posts
        .Where(p => p.Number == number && db.Topics.Any(t => t.Id == p.DiscussionId && t.Number == topic)).Select(p => p.Id).SingleAsync());

    private static string Address(StartTopic.Started topic) => $"/t/{topic.Number}/{topic.Slug}";

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    private static T Must<T>(Result<T> result) => result.Ok ? result.Value : throw new InvalidOperationException($"The seed was refused: {result.Problem}");
}
