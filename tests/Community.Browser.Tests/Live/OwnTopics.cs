using Community.Browser.Tests.Seeded;
using Community.Data;
using Community.Forums;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Browser.Tests.Live;

/// <summary>Topics that belong to one test.</summary>
internal static class OwnTopics
{
    public static async Task<Actor> ActorOf(this IServiceProvider site, Who who)
    {
        var member = await site.GetRequiredService<CommunityData>().Read(db => db.Members.SingleAsync(m => m.Handle == Seed.HandleOf(who)));
        return Actor.Of(member.Id, member.Handle, member.Role, member.Trust);
    }

    public static async Task<StartTopic.Started> Starts(this IServiceProvider site, Who who, string title)
    {
        var text = string.Join("\n\n", Enumerable.Repeat($"{title}。皆さんのお話を聞かせてください。", 20));
        var started = await site.GetRequiredService<StartTopic>().Run(await site.ActorOf(who), new StartTopic.Input("general", title, text, null, Guid.NewGuid()));
        Assert.True(started.Ok, started.Problem?.Code);
        return started.Value!;
    }

    public static string PathOf(StartTopic.Started topic) => $"/t/{topic.Number}/{Uri.EscapeDataString(topic.Slug)}";

    public static async Task<string> TopicOf(this IServiceProvider site, Who who, string title) => PathOf(await site.Starts(who, title));

    public static async Task Replies(this IServiceProvider site, Who who, long topic, string text)
    {
        var posted = await site.GetRequiredService<PostReply>().Run(await site.ActorOf(who), new PostReply.Input(topic, text, null, Guid.NewGuid()));
        Assert.True(posted.Ok, posted.Problem?.Code);
    }
}
