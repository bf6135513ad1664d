using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Community.Data;
using Community.Discussions;
using Community.Forums;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Writing;

/// <summary>What the tests of writing share: topics of their own, and what stands around the field.</summary>
internal static class Desk
{
    public static async Task<Actor> Actor(this SeededSite site, Who who)
    {
        var member = await site.Services.GetRequiredService<CommunityData>().Read(db => db.Members.SingleAsync(m => m.Handle == Seed.HandleOf(who)));
        return Community.Shared.Actor.Of(member.Id, member.Handle, member.Role, member.Trust);
    }

    /// <summary>The address of a new topic by Aoi.</summary>
    public static async Task<string> Topic(this SeededSite site, string title, string body) => await site.Topic(await site.Actor(Who.Aoi), title, body);

    public static async Task<string> Topic(this SeededSite site, Actor author, string title, string body)
    {
        var started = await site.Services.GetRequiredService<StartTopic>().Run(author, new StartTopic.Input("general", title, body, null, Guid.NewGuid()));
        Assert.True(started.Ok, started.Problem?.Code);
        return $"/t/{started.Value.Number}/{Uri.EscapeDataString(started.Value.Slug)}";
    }

    public static Task<Post> Opening(this SeededSite site, string topic)
    {
        var number = long.Parse(topic.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);
        return site.Services.GetRequiredService<CommunityData>().Read(db => db.Topics.Where(t => t.Number == number).Join(db.Posts.Where(p => p.Number == 1), t => t.Id, p => p.DiscussionId, (_, p) => p).SingleAsync());
    }

    public static async Task Answers(this SeededSite site, Who who, string topic, string text)
    {
        var number = long.Parse(topic.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);
        var posted = await site.Services.GetRequiredService<PostReply>().Run(await site.Actor(who), new PostReply.Input(number, text, null, Guid.NewGuid()));
        Assert.True(posted.Ok, posted.Problem?.Code);
    }

    public static async Task<string> Stranger(this SeededSite site, string handle, string name)
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<CommunityDb>>().CreateDbContextAsync();
        db.Members.Add(new Member
        {
            Id = site.Services.GetRequiredService<Ids>().Next(),
            Handle = handle,
            HandleKey = HandleSkeleton.Of(handle),
            DisplayName = name,
            JoinedAt = TimeProvider.System.GetUtcNow(),
        });
        await db.SaveChangesAsync();
        return handle;
    }

    public static ILocator Offers(this Person person) => person.Page.GetByRole(AriaRole.Option);

    public static ILocator Text(this Person person) => person.Field(person.Words.Text);

    /// <summary>Opens the form and waits until its script is there.</summary>
    public static async Task Writes(this Person person, string topic, string text = "")
    {
        await person.Opens(topic + "?reply=0#reply");
        await Assertions.Expect(person.Page.Locator("[data-act=italic]")).ToHaveAttributeAsync("tabindex", "-1");
        await person.Text().FocusAsync();
        await person.Page.Keyboard.TypeAsync(text);
    }
}
