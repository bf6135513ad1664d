using System.Net;
using Community.Data;
using Community.Discussions;
using Community.Members;
using Community.Shared;
using Community.Web.Hosting;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Hosting;

/// <summary>Who asks again and again is looked up once a second, and never taken for who they were before an act.</summary>
public sealed class RecentMembersTests(ReadingSite site) : IClassFixture<ReadingSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_is_read_again_after_a_second()
    {
        var time = new HeldTime();
        using var members = new RecentMembers(site.Get<IDbContextFactory<CommunityDb>>(), time);
        var first = await members.Find(site.Aki.MemberId!.Value);

        time.Pass(TimeSpan.FromMilliseconds(999));
        var second = await members.Find(site.Aki.MemberId.Value);
        time.Pass(TimeSpan.FromMilliseconds(1));
        var third = await members.Find(site.Aki.MemberId.Value);

        Assert.Same(first, second);
        Assert.NotSame(first, third);
        Assert.Equal(first, third);
    }

    [Fact]
    public async Task An_act_that_changes_a_member_counts_at_once()
    {
        var members = site.Get<RecentMembers>();
        var before = new List<SignedInMember.MemberRow?>();
        for (var n = 0; n < 20; n++)
        {
            var person = await site.Person($"changing-{n}");
            before.Add(await members.Find(person.MemberId!.Value));

            ReadingSite.Must(await site.Get<SuspendMember>().Run(site.Moderator, new SuspendMember.Input(person.MemberId.Value, "Cool down a little", TimeProvider.System.GetUtcNow().AddDays(1)), Cancel));

            Assert.Null(before[^1]!.SuspendedUntil);
            Assert.NotNull((await members.Find(person.MemberId.Value))!.SuspendedUntil);
        }
    }

    [Fact]
    public async Task What_an_act_of_somebody_else_does_to_a_member_counts_at_once()
    {
        var members = site.Get<RecentMembers>();
        var topic = await site.Topic(site.Aki);
        for (var n = 0; n < 5; n++)
        {
            var author = await site.Person($"liked-{n}");
            var post = await site.Reply(author, topic.Number);
            var before = await members.Find(author.MemberId!.Value);

            ReadingSite.Must(await site.Get<React>().Run(site.Ben, new React.Input(post.PostId, ReactionKind.Heart), Cancel));

            Assert.NotSame(before, await members.Find(author.MemberId.Value));
        }
    }

    [Fact]
    public async Task _06_Who_is_no_moderator_any_more_hears_of_no_change_in_their_room_at_once()
    {
        var topic = await site.Topic(site.Moderator, forum: "staff-room");
        var path = $"/t/{topic.Number}/changes?page=1&after=0";
        for (var n = 0; n < 5; n++)
        {
            var former = await site.Person($"former-{n}", Role.Moderator);
            using var browser = await site.BrowserOf(former);
            using var before = await browser.GetAsync(path, Cancel);

            ReadingSite.Must(await site.Get<ChangeRole>().Run(await Owner(n), new ChangeRole.Input(former.MemberId!.Value, Role.Member, "Wanted to read again"), Cancel));

            using var after = await browser.GetAsync(path, Cancel);
            Assert.Equal(HttpStatusCode.OK, before.StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
        }
    }

    [Fact]
    public async Task _06_A_session_that_was_ended_hears_of_no_change_at_once()
    {
        var topic = await site.Topic(site.Moderator, forum: "staff-room");
        var path = $"/t/{topic.Number}/changes?page=1&after=0";
        for (var n = 0; n < 5; n++)
        {
            var moderator = await site.Person($"leaving-{n}", Role.Moderator);
            using var browser = await site.BrowserOf(moderator);
            using var before = await browser.GetAsync(path, Cancel);

            ReadingSite.Must(await site.Get<CommunityData>().Write<string>(
                async db => (await db.Accounts.SingleAsync(a => a.Id == moderator.MemberId, Cancel)).EndSessions(), Cancel));

            using var after = await browser.GetAsync(path, Cancel);
            Assert.Equal(HttpStatusCode.OK, before.StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
        }
    }

    private Task<Actor> Owner(int n) => site.Person($"owner-{n}", Role.Owner);
}
