using System.Net;
using Community.Shared;
using Community.Shared.Site;
using Community.Testing;
using Community.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Admin;

public sealed class AdminFormsTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task A_new_brand_stands_on_the_next_page()
    {
        using var owner = await Guest.Of(app, Role.Owner);

        var answer = await owner.Send("/admin/brand", "brand", ("name", "Yamabiko"), ("taglineJa", "山の道具"), ("taglineEn", ""), ("accent", "#8c2f39"), ("logo", ""));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Contains("Yamabiko", (await owner.Get("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_is_still_there_beside_what_is_wrong_with_it()
    {
        using var owner = await Guest.Of(app, Role.Owner);

        var answer = await owner.Send("/admin/brand", "brand", ("name", "Yama"), ("accent", "#8c2f39"), ("logo", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><script>1</script></svg>"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("id=\"logo-error\"", answer.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>1", answer.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Yama\"", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("minimumAge", "x")]
    [InlineData("minimumAge", "999999999999")]
    [InlineData("timeZone", "Mars/Base")]
    [InlineData("language", "xx")]
    public async Task Settings_that_mean_nothing_are_told_beside_their_field(string field, string value)
    {
        using var owner = await Guest.Of(app, Role.Owner);
        (string, string)[] good = [("language", "ja"), ("timeZone", "Asia/Tokyo"), ("minimumAge", "13"), ("open", "true")];

        var answer = await owner.Send("/admin/site", "site", [.. good, (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains($"id=\"{field}-error\"", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_board_is_opened_changed_and_archived_instead_of_deleted_while_it_holds_ideas()
    {
        using var owner = await Guest.Of(app, Role.Owner);
        (string, string)[] fields =
            [("nameJa", "願い"), ("nameEn", "Wishes"), ("slug", "wishes"), ("hue", "2"), ("readAudience", "everyone"), ("submitAudience", "members"), ("statuses[]", "planned"), ("statuses[]", "shipped"), ("has-budget", "true"), ("answerDays", "7")];

        Assert.Equal(HttpStatusCode.SeeOther, (await owner.Send("/admin/boards/new", "board", fields)).Status);
        Assert.Contains("id=\"slug-error\"", (await owner.Send("/admin/boards/new", "board", fields)).Text, StringComparison.Ordinal);
        Assert.Contains("id=\"answerDays-error\"", (await owner.Send("/admin/boards/wishes", "board", [.. fields, ("answerDays", "soon")])).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.Send("/admin/boards/wishes", "board", [.. fields, ("nameEn", "Dreams")])).Status);
        Assert.Contains("Dreams", (await owner.Get("/admin/boards")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.Send("/ideas/new?board=wishes", "idea", [("title", "A tin that opens itself"), ("body", "Mine needs a knife, and the knife is in the tin."), ("step", "post")])).Status);

        Assert.Equal(HttpStatusCode.SeeOther, (await owner.Send("/admin/boards/wishes", "delete")).Status);

        Assert.Contains("A tin that opens itself", (await owner.Get("/ideas?board=wishes")).Text, StringComparison.Ordinal);
        Assert.Contains("archived instead", (await owner.Get("/admin/boards?done=archived")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.Send("/admin/boards/wishes", "archive")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.Send("/admin/boards/new", "board", [.. fields, ("slug", "empty")])).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.Send("/admin/boards/empty", "delete")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.Get("/admin/boards/empty")).Status);
    }

    [Fact]
    public async Task A_forum_is_opened_changed_archived_and_deleted()
    {
        using var owner = await Guest.Of(app, Role.Owner);
        (string, string)[] fields =
            [("nameJa", "道具"), ("nameEn", "Gear"), ("slug", "gear"), ("hue", "3"), ("parent", ""), ("readAudience", "everyone"), ("startAudience", "members"), ("replyAudience", "members")];

        Assert.Equal(HttpStatusCode.SeeOther, (await owner.Send("/admin/forums/new", "forum", fields)).Status);
        Assert.Contains("id=\"slug-error\"", (await owner.Send("/admin/forums/new", "forum", fields)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.Send("/admin/forums/gear", "forum", [.. fields, ("nameEn", "Equipment")])).Status);
        Assert.Contains("Equipment", (await owner.Get("/admin/forums")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.Send("/admin/forums/gear", "archive")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.Send("/admin/forums/gear", "delete")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.Get("/admin/forums/gear")).Status);
    }

    [Fact]
    public async Task A_document_is_published_and_a_text_over_an_old_version_is_kept_and_told()
    {
        using var owner = await Guest.Of(app, Role.Owner);
        var latest = (await app.Services.GetRequiredService<ReadDocument>().Current(DocumentKind.Rules))?.Version ?? 0;

        var first = await owner.Send("/admin/documents/rules", "document", ("documentJa", ""), ("documentEn", "Be kind to one another."));
        var late = await owner.Send("/admin/documents/rules", "document", ("from", $"{latest}"), ("documentJa", ""), ("documentEn", "Something else altogether."));

        Assert.Equal(HttpStatusCode.SeeOther, first.Status);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Something else altogether.", late.Text, StringComparison.Ordinal);
        Assert.Equal(latest + 1, (await app.Services.GetRequiredService<ReadDocument>().Current(DocumentKind.Rules))!.Version);
    }

    [Fact]
    public async Task The_preview_draws_only_colours_that_were_computed()
    {
        using var owner = await Guest.Of(app, Role.Owner);

        var (_, drawing) = await owner.Get("/admin/brand/preview.svg?accent=" + Uri.EscapeDataString("\"/><script>alert(1)</script>"));

        Assert.DoesNotContain("script", drawing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_of_members_are_for_admins_alone()
    {
        using var owner = await Guest.Of(app, Role.Owner);
        using var moderator = await Guest.Of(app, Role.Moderator);
        using var ann = await Guest.Of(app, Role.Member, "ann-of-green");

        Assert.Contains("ann-of-green@example.com", (await owner.Get("/admin/members?q=ann-of-green%40example.com")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("@ann-of-green<", (await moderator.Get("/moderation/members?q=ann-of-green%40example.com")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ann-of-green@example.com", (await moderator.Get("/moderation/members?q=ann-of")).Text, StringComparison.Ordinal);
    }
}
