using System.Net;
using Community.Data;
using Community.Members;
using Community.Shared;
using Community.Testing;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Admin;

/// <summary>Who gets into which page of the consoles, and whose forms are taken.</summary>
public sealed class StaffRightsTests(RunningApp app) : IClassFixture<RunningApp>
{
    public static readonly TheoryData<string> ModeratorPages = ["/moderation", "/moderation/log", "/moderation/members", "/moderation/members?which=Suspended&q=a"];

    public static readonly TheoryData<string> AdminPages =
    [
        "/admin", "/admin/brand", "/admin/site", "/admin/forums", "/admin/forums/new", "/admin/members", "/admin/documents", "/admin/documents/rules",
        "/admin/announcement", "/admin/mail", "/admin/brand/preview.svg?accent=%23112233",
    ];

    public static readonly TheoryData<string, string> ModeratorForms = new()
    {
        { "/moderation", "decide" }, { "/moderation/log", "undo" }, { "/members/somebody/suspend", "suspend" }, { "/members/somebody/unsuspend", "unsuspend" },
        { "/members/somebody/role", "role" }, { "/p/1/state", "state" }, { "/p/1/revisions/1/state", "revision" }, { "/t/1/lock", "lock" }, { "/t/1/pin", "pin" }, { "/t/1/move", "move" },
    };

    public static readonly TheoryData<string, string> AdminForms = new()
    {
        { "/admin/brand", "brand" }, { "/admin/site", "site" }, { "/admin/forums", "order" }, { "/admin/forums/new", "forum" }, { "/admin/documents/rules", "document" },
        { "/admin/announcement", "announcement" }, { "/admin/mail", "test" },
    };

    [Theory]
    [MemberData(nameof(ModeratorPages))]
    [MemberData(nameof(AdminPages))]
    public async Task A_visitor_is_asked_to_sign_in(string page)
    {
        using var visitor = Guest.Visitor(app);

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Get(page)).Status);
    }

    [Theory]
    [MemberData(nameof(ModeratorPages))]
    [MemberData(nameof(AdminPages))]
    public async Task To_members_and_the_brand_team_there_is_no_such_page(string page)
    {
        foreach (var role in (Role[])[Role.Member, Role.Brand])
        {
            using var guest = await Guest.Of(app, role);

            Assert.Equal(HttpStatusCode.NotFound, (await guest.Get(page)).Status);
        }
    }

    [Theory]
    [MemberData(nameof(ModeratorPages))]
    public async Task Moderators_admins_and_owners_open_the_moderators_console(string page)
    {
        foreach (var role in (Role[])[Role.Moderator, Role.Admin, Role.Owner])
        {
            using var guest = await Guest.Of(app, role);

            Assert.Equal(HttpStatusCode.OK, (await guest.Get(page)).Status);
        }
    }

    [Theory]
    [MemberData(nameof(AdminPages))]
    public async Task The_administration_is_for_admins_and_owners(string page)
    {
        foreach (var (role, status) in ((Role, HttpStatusCode)[])[(Role.Moderator, HttpStatusCode.NotFound), (Role.Admin, HttpStatusCode.OK), (Role.Owner, HttpStatusCode.OK)])
        {
            using var guest = await Guest.Of(app, role);

            Assert.Equal(status, (await guest.Get(page)).Status);
        }
    }

    [Theory]
    [MemberData(nameof(ModeratorForms))]
    [MemberData(nameof(AdminForms))]
    public async Task Forms_of_the_staff_are_not_there_for_others_who_send_them(string path, string form)
    {
        foreach (var role in (Role[])[Role.Member, Role.Brand])
        {
            using var guest = await Guest.Of(app, role);

            Assert.Equal(HttpStatusCode.NotFound, (await guest.Force(path, form)).Status);
        }
    }

    [Theory]
    [MemberData(nameof(AdminForms))]
    public async Task Moderators_cannot_send_the_administrators_forms(string path, string form)
    {
        using var moderator = await Guest.Of(app, Role.Moderator);

        Assert.Equal(HttpStatusCode.NotFound, (await moderator.Force(path, form)).Status);
    }

    [Theory]
    [InlineData(Role.Moderator, "/moderation", "/moderation/log", "undo")]
    [InlineData(Role.Admin, "/admin", "/admin/site", "site")]
    public async Task Who_is_suspended_or_no_longer_of_the_staff_finds_no_console_from_the_next_request_on(Role role, string page, string formPage, string form)
    {
        using var suspended = await Guest.Of(app, role);
        using var dismissed = await Guest.Of(app, role);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), ((await suspended.Get(page)).Status, (await dismissed.Get(page)).Status));

        await Change(suspended, member => member.SuspendedUntil = TimeProvider.System.GetUtcNow().AddDays(1));
        await Change(dismissed, member => member.Role = Role.Member);

        foreach (var guest in (Guest[])[suspended, dismissed])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await guest.Get(page)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await guest.Force(formPage, form)).Status);
            Assert.Equal(HttpStatusCode.OK, (await guest.Get("/")).Status);
        }

        await Change(suspended, member => member.SuspendedUntil = null);
        Assert.Equal(HttpStatusCode.OK, (await suspended.Get(page)).Status);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var owner = await Guest.Of(app, Role.Owner);

        var answer = await owner.Force("/admin/site", "site", ("__RequestVerificationToken", ""), ("language", "ja"), ("timeZone", "Asia/Tokyo"), ("minimumAge", "13"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    private async Task Change(Guest guest, Action<Member> change)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<CommunityDb>>().CreateDbContextAsync();
        change(await db.Members.SingleAsync(m => m.Id == guest.MemberId));
        await db.SaveChangesAsync();
    }
}
