using Community.Discussions;
using Community.Forums;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Support;

/// <summary>Forums, topics and replies made by the product's own acts.</summary>
public static class Discussing
{
    public const string AnyText = "まだ雪の残る稜線を、軽い靴でゆっくり歩いてきました。";

    public static async Task<string> Forum(this TestCommunity community, string slug = "trails", string readers = Audience.Everyone)
    {
        var settings = new ForumSettings(slug, new LocalizedText(slug, slug), LocalizedText.Empty, 0, null, readers, Audience.Members, Audience.Members);
        var owner = await community.Person($"owner-{slug}", Role.Owner);
        Made(await community.Get<CreateForum>().Run(owner, new(settings, Guid.NewGuid())));
        return slug;
    }

    public static async Task<StartTopic.Started> Topic(this TestCommunity community, Actor by, string forum, string title = "残雪の稜線を歩く装備について")
    {
        community.Time.Pass(TimeSpan.FromMinutes(10));
        return Made(await community.Get<StartTopic>().Run(by, new(forum, title, AnyText + title, null, Guid.NewGuid())));
    }

    public static async Task<PostReply.Posted> Reply(this TestCommunity community, Actor by, long topic, string text = "軽アイゼンだけで足りましたか。教えてください。")
    {
        community.Time.Pass(TimeSpan.FromMinutes(10));
        return Made(await community.Get<PostReply>().Run(by, new(topic, text, null, Guid.NewGuid())));
    }

    public static Task<long> OpeningOf(this TestCommunity community, long topic) => community.Read(db =>
        db.Posts.Where(p => p.Number == 1 && db.Topics.Any(t => t.Number == topic && t.Id == p.DiscussionId)).Select(p => p.Id).SingleAsync());

    public static Task<PostState> StateOf(this TestCommunity community, long post) =>
        community.Read(db => db.Posts.Where(p => p.Id == post).Select(p => p.State).SingleAsync());

    private static T Made<T>(Result<T> result)
    {
        Assert.Null(result.Problem);
        return result.Value!;
    }
}
