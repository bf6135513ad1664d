using Community.Moderation;
using Community.Shared;
using Community.Tests.Support;

namespace Community.Tests.Moderation;

/// <summary>A forum with somebody who posts, a moderator, and those who report.</summary>
internal sealed class QueueScene(TestCommunity community, string forum, Actor taro, Actor mai)
{
    private readonly Dictionary<string, Actor> reporters = [];

    public string Forum => forum;

    public Actor Taro => taro;

    public Actor Mai => mai;

    public static async Task<QueueScene> Set(TestCommunity community)
    {
        var forum = await community.Forum();
        return new QueueScene(community, forum, await community.Person("taro"), await community.Person("mai", Role.Moderator));
    }

    public async Task<ContentRef> Post(string title = "残雪の稜線を歩く装備について") =>
        new(ContentKind.Post, await community.OpeningOf((await community.Topic(taro, forum, title)).Number));

    public async Task Report(string handle, ContentRef content, Role role = Role.Member, TrustLevel trust = TrustLevel.Member)
    {
        if (!reporters.TryGetValue(handle, out var by))
            reporters[handle] = by = await community.Person(handle, role, trust);
        community.Time.Pass(TimeSpan.FromMinutes(1));
        Assert.True((await community.Get<ReportContent>().Run(by, new(Guid.NewGuid(), content, ReportReason.Unkind, "look at this"))).Ok);
    }

    public Task<Result<Done>> Decide(ContentRef content, Decision decision) => community.Get<HandleReports>().Run(mai, new(content, decision, "as agreed"));
}
