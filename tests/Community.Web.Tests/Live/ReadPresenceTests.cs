using Community.Data;
using Community.Live;
using Community.Members;
using Community.Privacy;
using Community.Shared;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Live;

/// <summary>Who is named to those who read a topic, and who is not.</summary>
public sealed class ReadPresenceTests(ReadingSite site) : IClassFixture<ReadingSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task _03_A_reply_takes_its_writer_off_the_line()
    {
        var topic = await site.Topic(site.Aki);
        var id = await IdOf(topic.Number);
        var writer = await site.Person($"quick-{id}");
        using var stay = site.Get<LivePresence>().Arrive(id, writer.MemberId!.Value);
        site.Get<LivePresence>().Writes(id, writer.MemberId!.Value);

        ReadingSite.Must(await site.Get<Community.Forums.PostReply>().Run(writer, new Community.Forums.PostReply.Input(topic.Number, "The latch was bent.", null, Guid.NewGuid()), Cancel));

        Assert.Empty(site.Get<LivePresence>().Of(id).Writing);
        Assert.Equal([writer.MemberId.Value], site.Get<LivePresence>().Of(id).Here);
    }

    [Fact]
    public async Task _03_Three_names_are_shown_and_of_the_others_the_number_oneself_left_out()
    {
        var topic = await site.Topic(site.Aki);
        var id = await IdOf(topic.Number);
        var stays = new List<IDisposable>();
        foreach (var name in (string[])["emi", "fumi", "gen", "hana", "ichi"])
            stays.Add(site.Get<LivePresence>().Arrive(id, (await site.Person($"{name}-{id}")).MemberId!.Value));
        using var watch = site.Get<LiveFeed>().Watch(id);
        stays.Add(site.Get<LivePresence>().Arrive(id, site.Ben.MemberId!.Value));

        var seen = ReadingSite.Must(await site.Get<ReadPresence>().Run(site.Ben, id, Cancel));
        stays.ForEach(stay => stay.Dispose());

        Assert.Equal([$"emi-{id}", $"fumi-{id}", $"gen-{id}"], seen.Here.Names);
        Assert.Equal(2, seen.Here.More);
    }

    [Fact]
    public async Task _03_Who_chose_not_to_be_shown_since_they_came_is_not()
    {
        var id = await IdOf((await site.Topic(site.Aki)).Number);
        var shy = await site.Person($"shy-{id}");
        using var stay = site.Get<LivePresence>().Arrive(id, shy.MemberId!.Value);
        ReadingSite.Must(await site.Get<UpdatePreferences>().Run(shy, new UpdatePreferences.Input(HidesPresence: true), Cancel));

        var seen = ReadingSite.Must(await site.Get<ReadPresence>().Run(Actor.Visitor, id, Cancel));

        Assert.Empty(seen.Here.Names);
    }

    [Fact]
    public async Task _03_Who_chooses_not_to_be_shown_is_forgotten_wherever_they_are_the_others_are_told_and_their_number_is_right()
    {
        var (one, other) = (await IdOf((await site.Topic(site.Aki)).Number), await IdOf((await site.Topic(site.Aki)).Number));
        var presence = site.Get<LivePresence>();
        var stays = new List<IDisposable>();
        foreach (var name in (string[])["emi", "fumi", "gen", "hana"])
            stays.Add(presence.Arrive(one, (await site.Person($"{name}-{one}")).MemberId!.Value));
        var shy = await site.Person($"shy-{one}");
        stays.AddRange([presence.Arrive(one, shy.MemberId!.Value), presence.Arrive(other, shy.MemberId.Value)]);
        using var watch = site.Get<LiveFeed>().Watch(other);

        ReadingSite.Must(await site.Get<UpdatePreferences>().Run(shy, new UpdatePreferences.Input(HidesPresence: true), Cancel));

        var seen = ReadingSite.Must(await site.Get<ReadPresence>().Run(Actor.Visitor, one, Cancel));
        Assert.Equal((3, 1), (seen.Here.Names.Count, seen.Here.More));
        Assert.Empty(presence.Of(other).Here);
        // Those who were arranged are noticed as a change of the site.
        while (!(await watch.Next(Cancel)).HasFlag(LiveNews.People))
        {
        }

        stays.ForEach(stay => stay.Dispose());
        Assert.Empty(presence.Of(one).Here);
    }

    [Fact]
    public async Task _03_Who_is_erased_is_forgotten_at_once()
    {
        var id = await IdOf((await site.Topic(site.Aki)).Number);
        var gone = await site.Person($"gone-{id}");
        using var stay = site.Get<LivePresence>().Arrive(id, gone.MemberId!.Value);

        ReadingSite.Must(await site.Get<CommunityData>().Write<Done>(async db =>
        {
            var member = await db.Members.SingleAsync(m => m.Id == gone.MemberId, Cancel);
            return await site.Get<BeginErasure>().Run(db, member, [], keepsTexts: true, by: null, Cancel) is { } problem ? problem : Done.Yes;
        }));

        Assert.Empty(site.Get<LivePresence>().Of(id).Here);
    }

    [Fact]
    public async Task _03_A_member_with_the_page_open_is_here_for_those_who_may_read_and_one_who_hides_is_not()
    {
        var shy = await site.Person("shy");
        ReadingSite.Must(await site.Get<UpdatePreferences>().Run(shy, new UpdatePreferences.Input(HidesPresence: true), Cancel));
        var id = await IdOf((await site.Topic(site.Moderator, forum: "staff-room")).Number);
        var open = await IdOf((await site.Topic(site.Aki)).Number);
        using var aki = await site.BrowserOf(site.Aki);
        using var hidden = await site.BrowserOf(shy);
        using var visitor = site.Browser();
        using var stream = await aki.GetAsync($"/live/stream?discussion={open}", HttpCompletionOption.ResponseHeadersRead, Cancel);
        using var unseen = await hidden.GetAsync($"/live/stream?discussion={open}", HttpCompletionOption.ResponseHeadersRead, Cancel);

        var line = await visitor.GetStringAsync($"/live/people?discussion={open}", Cancel);
        using var refused = await visitor.GetAsync($"/live/people?discussion={id}", Cancel);

        Assert.Contains("aki", line, StringComparison.Ordinal);
        Assert.DoesNotContain("shy", line, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, refused.StatusCode);
    }

    private async Task<long> IdOf(long number) => (await site.Get<Community.Forums.ReadTopic>().IdOf(number, Cancel))!.Value;
}
