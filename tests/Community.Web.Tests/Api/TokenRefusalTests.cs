using System.Globalization;
using System.Net;
using Community.Client;
using Community.Members;
using Community.Shared;

namespace Community.Web.Tests.Api;

public sealed class TokenRefusalTests(ApiSite site) : IClassFixture<ApiSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("cmt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("nonsense")]
    public async Task A_token_that_nobody_made_does_not_work(string token)
    {
        await Refused(token, HttpStatusCode.Unauthorized, "token-invalid", client => client.Forums.ListForums(Cancel));
    }

    [Fact]
    public async Task A_token_ends_on_its_day()
    {
        var token = await site.Token(await site.Person("aki"), Community.Members.TokenScope.Write, TimeSpan.FromDays(30));
        var client = site.Client(token.Token);
        site.Pass(TimeSpan.FromDays(29.9));
        await client.Me.ReadMe(Cancel);

        site.Pass(TimeSpan.FromDays(0.2));

        await Refused(token.Token, HttpStatusCode.Unauthorized, "token-invalid", c => c.Me.ReadMe(Cancel));
    }

    [Fact]
    public async Task A_token_that_is_used_lasts_and_one_that_is_not_ends_after_half_a_year()
    {
        var handle = await site.Person("aki");
        var used = site.Client((await site.Token(handle, lasts: TimeSpan.FromDays(700))).Token);
        var forgotten = await site.Token(handle, lasts: TimeSpan.FromDays(700));
        site.Pass(TimeSpan.FromDays(100));
        await used.Me.ReadMe(Cancel);

        site.Pass(TimeSpan.FromDays(81));

        await used.Me.ReadMe(Cancel);
        await Refused(forgotten.Token, HttpStatusCode.Unauthorized, "token-invalid", client => client.Me.ReadMe(Cancel));
    }

    [Fact]
    public async Task A_revoked_token_ends_at_once()
    {
        var token = await site.Token(await site.Person("aki"));
        var client = site.Client(token.Token);
        await client.Me.ReadMe(Cancel);

        await client.Me.RevokeToken(token.Id.ToString(CultureInfo.InvariantCulture), Cancel);

        await Refused(token.Token, HttpStatusCode.Unauthorized, "token-invalid", c => c.Me.ReadMe(Cancel));
    }

    [Fact]
    public async Task Nobody_revokes_the_token_of_somebody_else()
    {
        var theirs = await site.Token(await site.Person("ben"));
        var mine = await site.Token(await site.Person("aki"));

        await Refused(mine.Token, HttpStatusCode.NotFound, "not-found", client => client.Me.RevokeToken(theirs.Id.ToString(CultureInfo.InvariantCulture), Cancel));

        await site.Client(theirs.Token).Me.ReadMe(Cancel);
    }

    [Fact]
    public async Task Without_a_token_only_what_everybody_reads_is_open()
    {
        Assert.NotEmpty(await site.Client().Forums.ListForums(Cancel));

        await Refused(null, HttpStatusCode.Unauthorized, "token-missing", client => client.Me.ReadMe(Cancel));
    }

    [Fact]
    public async Task A_token_for_reading_does_not_write()
    {
        var topic = await site.Topic(await site.ClientOf("ben"));
        var token = await site.Token(await site.Person("aki"), Community.Members.TokenScope.Read);

        var refused = await Refused(token.Token, HttpStatusCode.Forbidden, "token-scope", client => client.Topics.PostReply(topic.Number, new NewPost("A drop of oil helps."), cancel: Cancel));

        Assert.Equal("write", refused.Members["scope"].GetString());
        Assert.Equal(0, (await site.Client(token.Token).Topics.ReadTopic(topic.Number, Cancel)).ReplyCount);
    }

    [Fact]
    public async Task A_moderators_token_for_writing_has_no_rights_of_the_staff()
    {
        var ben = await site.ClientOf("ben");
        var topic = await site.Topic(ben);
        var opening = (await ben.Topics.ListPosts(topic.Number, cancel: Cancel)).Items[0];
        var token = (await site.Token(await site.Person("mia", Community.Shared.Role.Moderator))).Token;

        await Refused(token, HttpStatusCode.Forbidden, "token-scope", client => client.Moderation.LockTopic(topic.Number, "Heated.", Cancel));
        await Refused(token, HttpStatusCode.Forbidden, "not-your-post", client => client.Posts.EditPost(opening.Id, 1, new PostEdit("Rewritten by a robot.", Reason: "Because."), Cancel));
        await Refused(token, HttpStatusCode.NotFound, "not-found", client => client.Forums.ReadForum("staff-room", Cancel));
    }

    [Fact]
    public async Task A_token_for_the_staff_is_worth_what_its_member_is_now()
    {
        var handle = await site.Person("mia", Community.Shared.Role.Moderator);
        var token = (await site.Token(handle, Community.Members.TokenScope.Staff)).Token;
        await site.Client(token).Moderation.CountQueue(Cancel);

        var admin = await site.ClientOf("ada", Community.Members.TokenScope.Staff, Community.Shared.Role.Admin);
        await admin.Moderation.ChangeRole(handle, new RoleChange(Client.Role.Member, "She asked for it."), Cancel);

        // To a member the desk looks like what does not exist.
        await Refused(token, HttpStatusCode.NotFound, "not-found", client => client.Moderation.CountQueue(Cancel));
    }

    [Fact]
    public async Task A_plain_member_gets_no_token_for_the_staff()
    {
        var made = await site.Get<CreateToken>().Run(Actor.System, new CreateToken.Input(await site.Person("aki"), "A program", Community.Members.TokenScope.Staff), Cancel);

        Assert.Equal("scope-not-yours", made.Problem?.Code);
    }

    [Fact]
    public async Task A_suspended_member_reads_and_writes_nothing()
    {
        var topic = await site.Topic(await site.ClientOf("ben"));
        var opening = (await site.Client().Topics.ListPosts(topic.Number, cancel: Cancel)).Items[0];
        var handle = await site.Person("sam");
        var token = (await site.Token(handle)).Token;
        var mia = await site.ClientOf("mia", Community.Members.TokenScope.Staff, Community.Shared.Role.Moderator);

        await mia.Moderation.SuspendMember(handle, new Client.Suspension(site.Now.AddDays(1), "Cool down."), Cancel);

        Assert.NotNull((await site.Client(token).Me.ReadMe(Cancel)).SuspendedUntil);
        await Refused(token, HttpStatusCode.Forbidden, "suspended", client => client.Topics.PostReply(topic.Number, new NewPost("A drop of oil helps."), cancel: Cancel));
        await Refused(token, HttpStatusCode.Forbidden, "suspended", client => client.Reactions.React(opening.Id, ReactionKind.Heart, Cancel));
    }

    private async Task<CommunityApiException> Refused(string? token, HttpStatusCode status, string code, Func<CommunityClient, Task> call)
    {
        var refused = await Assert.ThrowsAsync<CommunityApiException>(() => call(site.Client(token)));
        Assert.Equal((status, code), (refused.Status, refused.Code));
        return refused;
    }
}
