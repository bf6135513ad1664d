using System.Net;
using Community.Data;
using Community.Forums;
using Community.Shared;
using Community.Testing;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Moderation;

public sealed class ConsoleTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Body = "まだ雪の残る稜線を、軽い靴でゆっくり歩いてきました。";

    [Fact]
    public async Task A_member_reports_a_moderator_decides_and_takes_it_back()
    {
        var (topic, post) = await Topic("残雪の稜線を歩く装備について");
        using var ann = await Guest.Of(app, Role.Member);
        using var mai = await Guest.Of(app, Role.Moderator);

        Assert.Equal(HttpStatusCode.SeeOther, (await ann.Send($"/report?post={post}", "report", ("reason", "Spam"), ("note", "<b>again</b>"))).Status);
        var queue = (await mai.Get("/moderation")).Text;
        Assert.Contains("&lt;b&gt;again&lt;/b&gt;", queue, StringComparison.Ordinal);

        var refused = await mai.Send("/moderation", "decide", ("choice", $"Hide:Post:{post}"), ($"reason-Post-{post}", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains($"id=\"reason-Post-{post}-error\"", refused.Text, StringComparison.Ordinal);

        var decided = await mai.Send("/moderation", "decide", ("choice", $"Hide:Post:{post}"), ($"reason-Post-{post}", "Advertising"));
        Assert.Equal(HttpStatusCode.SeeOther, decided.Status);
        using var visitor = Guest.Visitor(app);
        Assert.DoesNotContain("軽い靴", (await visitor.Get($"/t/{topic.Number}/{Uri.EscapeDataString(topic.Slug)}")).Text, StringComparison.Ordinal);

        var again = await mai.Send("/moderation/log", "undo", ("entry", $"{await LastEntry()}"));
        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
        Assert.Contains("軽い靴", (await visitor.Get($"/t/{topic.Number}/{Uri.EscapeDataString(topic.Slug)}")).Text, StringComparison.Ordinal);
        Assert.Contains($"Hide:Post:{post}", (await mai.Get("/moderation")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_comes_second_is_told_who_was_first_even_when_nothing_else_waits()
    {
        using var troll = await Guest.Of(app, Role.Member);
        using var ann = await Guest.Of(app, Role.Member);
        using var mai = await Guest.Of(app, Role.Moderator, "mai-the-first");
        using var ken = await Guest.Of(app, Role.Moderator);
        var handle = await Read(db => db.Members.Where(m => m.Id == troll.MemberId).Select(m => m.Handle).SingleAsync());
        await ann.Send($"/report?member={handle}", "report", ("reason", "Unkind"));
        (string, string)[] choice = [("choice", $"Keep:Member:{troll.MemberId}"), ($"reason-Member-{troll.MemberId}", "fair")];

        Assert.Equal(HttpStatusCode.SeeOther, (await mai.Send("/moderation", "decide", choice)).Status);
        var second = await ken.Force("/moderation", "decide", choice);

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("mai-the-first has already handled this", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ending_what_somebody_else_has_just_ended_is_told()
    {
        using var ann = await Guest.Of(app, Role.Member, "ann-of-the-hills");
        using var mai = await Guest.Of(app, Role.Moderator);

        var late = await mai.Force("/members/ann-of-the-hills/unsuspend", "unsuspend", ("end-reason", "quiet now"));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Hide")]
    [InlineData("Hide:Post:x")]
    [InlineData("Hide:Post:-1")]
    [InlineData("7:Post:1")]
    [InlineData("Hide:99:1")]
    public async Task A_choice_that_no_button_offers_changes_nothing(string choice)
    {
        using var mai = await Guest.Of(app, Role.Moderator);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mai.Force("/moderation", "decide", ("choice", choice))).Status);
    }

    [Fact]
    public async Task A_post_is_hidden_from_its_own_page_with_a_reason_and_one_goes_back()
    {
        var (_, post) = await Topic("もうひとつ別の話題を立てます");
        using var mai = await Guest.Of(app, Role.Moderator);

        var refused = await mai.Send($"/p/{post}/state", "state", ("to", "hidden"), ("reason", ""), ("return", "/forums"));
        var done = await mai.Send($"/p/{post}/state", "state", ("to", "hidden"), ("reason", "unkind"), ("return", "/forums"));
        var away = await mai.Send($"/p/{post}/state", "state", ("to", "visible"), ("reason", "kind after all"), ("return", "https://example.com/"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("id=\"reason-error\"", refused.Text, StringComparison.Ordinal);
        Assert.EndsWith("/forums", done.Location, StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", away.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_is_closed_pinned_and_moved_each_with_its_reason()
    {
        var (topic, _) = await Topic("三つめの話題を立ててみます");
        await Forum("elsewhere");
        using var mai = await Guest.Of(app, Role.Moderator);
        var page = $"/t/{topic.Number}/lock";

        Assert.Contains("id=\"lock-reason-error\"", (await mai.Send(page, "lock", ("lock-reason", ""))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await mai.Send(page, "lock", ("lock-reason", "heated"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await mai.Send(page, "pin", ("pin-reason", "useful"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mai.Send(page, "move", ("forum", "nowhere"), ("move-reason", "x"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await mai.Send(page, "move", ("forum", "elsewhere"), ("move-reason", "fits better"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await mai.Get("/t/99999/lock")).Status);

        var row = await Read(db => db.Topics.SingleAsync(t => t.Number == topic.Number));
        Assert.True(row.IsLocked);
        Assert.True(row.IsPinned);
    }

    [Fact]
    public async Task A_suspended_member_reads_why_and_until_when_on_every_page()
    {
        using var ann = await Guest.Of(app, Role.Member, "ann-the-loud");
        using var mai = await Guest.Of(app, Role.Moderator);

        var refused = await mai.Send("/members/ann-the-loud/suspend", "suspend", ("hours", "0"), ("until", "someday"), ("reason", "loud"));
        var done = await mai.Send("/members/ann-the-loud/suspend", "suspend", ("hours", "72"), ("reason", "too loud"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("id=\"until-error\"", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        foreach (var page in (string[])["/", "/forums", "/account"])
            Assert.Contains("too loud", (await ann.Get(page)).Text, StringComparison.Ordinal);

        await mai.Send("/members/ann-the-loud/unsuspend", "unsuspend", ("end-reason", "quiet now"));
        Assert.DoesNotContain("too loud", (await ann.Get("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moderator_finds_no_form_for_those_above_and_an_admin_makes_no_owner()
    {
        using var olga = await Guest.Of(app, Role.Owner, "olga-the-owner");
        using var ann = await Guest.Of(app, Role.Member, "ann-the-helper");
        using var mai = await Guest.Of(app, Role.Moderator);
        using var ada = await Guest.Of(app, Role.Admin);

        Assert.DoesNotContain("value=\"suspend\"", (await mai.Get("/moderation/members/olga-the-owner")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await ada.Send("/members/ann-the-helper/role", "role", ("role", "Owner"), ("role-reason", "why not"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await ada.Send("/members/ann-the-helper/role", "role", ("role", "Moderator"), ("role-reason", "helps"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await ann.Get("/moderation")).Status);
    }

    [Fact]
    public async Task An_admin_finds_no_form_for_their_own_role()
    {
        using var ada = await Guest.Of(app, Role.Admin, "ada-the-admin");

        var page = await ada.Get("/moderation/members/ada-the-admin");
        var refused = await ada.Send("/members/ada-the-admin/role", "role", ("role", "Member"), ("role-reason", "I am tired"));

        Assert.DoesNotContain("role-heading", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("Nobody changes their own role.", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visitors_are_asked_to_sign_in_before_they_report_and_what_is_not_there_cannot_be_reported()
    {
        using var visitor = Guest.Visitor(app);
        using var ann = await Guest.Of(app, Role.Member);

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Get("/report?post=1")).Status);
        foreach (var query in (string[])["?post=1", "?post=x", "", "?member=no-such-person"])
            Assert.Equal(HttpStatusCode.NotFound, (await ann.Get("/report" + query)).Status);
    }

    private Task<T> Read<T>(Func<CommunityDb, Task<T>> read) => app.Services.GetRequiredService<CommunityData>().Read(read);

    private Task<long> LastEntry() => Read(db => db.Log.MaxAsync(e => e.Sequence));

    private async Task Forum(string slug)
    {
        if (await Read(db => db.Forums.AnyAsync(f => f.Slug == slug)))
            return;
        var settings = new ForumSettings(slug, new LocalizedText(slug, slug), LocalizedText.Empty, 0, null, Audience.Everyone, Audience.Members, Audience.Members);
        using var owner = await Guest.Of(app, Role.Owner);
        Assert.True((await app.Services.GetRequiredService<CreateForum>().Run(Actor.Of(owner.MemberId, "o", Role.Owner, TrustLevel.Member), new(settings, Guid.NewGuid()))).Ok);
    }

    private async Task<(StartTopic.Started Topic, long Post)> Topic(string title)
    {
        await Forum("trails");
        using var author = await Guest.Of(app, Role.Member);
        var started = await app.Services.GetRequiredService<StartTopic>().Run(
            Actor.Of(author.MemberId, "a", Role.Member, TrustLevel.Member), new("trails", title, Body + title, null, Guid.NewGuid()));
        Assert.Null(started.Problem);
        return (started.Value!, await Read(db => db.Posts.Where(p => p.Number == 1 && db.Topics.Any(t => t.Number == started.Value!.Number && t.Id == p.DiscussionId)).Select(p => p.Id).SingleAsync()));
    }
}
