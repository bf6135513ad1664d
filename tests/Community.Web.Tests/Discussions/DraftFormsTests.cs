using System.Net;
using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Discussions;

/// <summary>The forms that go on with a draft without any script.</summary>
public sealed class DraftFormsTests(OpenCommunity community) : IClassFixture<OpenCommunity>
{
    [Fact]
    public async Task Without_script_a_reply_is_gone_on_with_and_posting_it_ends_the_draft()
    {
        using var member = await community.Drafter();
        var (path, place) = await community.TopicOf(member);
        await member.Saves(place, 4, DraftDesk.Words, ("to", "1"));

        await member.Open(path + "?reply=0");
        Assert.Contains("You have a draft from", member.Page, StringComparison.Ordinal);
        Assert.Equal("", member.Text("body"));
        Assert.Contains($"{path}?page=1&amp;reply=0&amp;draft=continue#reply", member.Page, StringComparison.Ordinal);
        await member.Open(path + "?reply=0&draft=continue");
        Assert.Equal((DraftDesk.Words, "1", "4"), (member.Text("body"), member.Value("to"), member.Value("draft")));
        Assert.DoesNotContain("You have a draft from", member.Page, StringComparison.Ordinal);
        await member.Post(path, [.. member.Hidden("reply"), ("body", DraftDesk.Words), ("step", "post")]);

        Assert.Equal(HttpStatusCode.SeeOther, member.Status);
        Assert.Null(await community.DraftAt(place));
    }

    [Fact]
    public async Task _11_Posting_something_else_ends_the_draft_that_was_offered()
    {
        using var member = await community.Drafter();
        var (path, place) = await community.TopicOf(member);
        await member.Saves(place, 1, DraftDesk.Words);

        await member.Fill(path + "?reply=0", [("body", "Something else that is long enough to be posted."), ("step", "post")], "reply");

        Assert.Equal(HttpStatusCode.SeeOther, member.Status);
        Assert.Null(await community.DraftAt(place));
    }

    [Fact]
    public async Task _11_Where_a_topic_was_closed_its_page_shows_the_words_of_the_draft_and_throws_them_away()
    {
        using var member = await community.Drafter();
        var (path, place) = await community.TopicOf(member);
        var id = DraftPlace.Read(place)!.Value.Id;
        await member.Saves(place, 1, DraftDesk.Words);
        await community.Get<CommunityData>().Write<Done>(async db =>
        {
            (await db.Topics.SingleAsync(t => t.Id == id)).IsLocked = true;
            return Done.Yes;
        });

        await member.Open("/me/drafts");
        Assert.Contains("This topic is closed to new replies.", member.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(">Continue<", member.Page, StringComparison.Ordinal);
        await member.Open(path + "?reply=0&draft=continue");

        Assert.Contains("This topic is closed to new replies.", member.Page, StringComparison.Ordinal);
        Assert.Contains("id=\"draft-text\"", member.Page, StringComparison.Ordinal);
        Assert.Contains(DraftDesk.Words, member.Page, StringComparison.Ordinal);
        await member.Post($"/drafts/{place}/discard", [.. member.Tokens(), ("return", "/me/drafts")]);
        Assert.Null(await community.DraftAt(place));
    }

    [Fact]
    public async Task A_refused_form_keeps_what_was_typed_and_which_draft_it_is()
    {
        using var member = await community.Drafter();
        var (path, place) = await community.TopicOf(member);
        await member.Saves(place, 2, "short");

        await member.Open(path + "?reply=0&draft=continue");
        await member.Post(path, [.. member.Hidden("reply"), ("body", "too short"), ("step", "post")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, member.Status);
        Assert.Equal(("too short", "2"), (member.Text("body"), member.Value("draft")));
        Assert.Equal("short", (await community.DraftAt(place))?.Body);
    }

    [Fact]
    public async Task A_new_topic_is_gone_on_with_and_posting_it_ends_the_draft()
    {
        using var member = await community.Drafter();
        var forum = await community.Get<CommunityData>().Read(db => db.Forums.Where(f => f.Slug == "general").Select(f => f.Id).SingleAsync(TestContext.Current.CancellationToken));
        var (place, title) = ($"topic:{forum}", $"How do you mend a tin box, {DraftDesk.Next()}?");
        await member.Open("/forums/general/new");
        await member.Saves(place, 1, DraftDesk.Words, ("title", title), ("tags", "tin"));

        await member.Open("/forums/general/new?draft=continue");

        Assert.Equal((title, DraftDesk.Words, "tin"), (member.Value("title"), member.Text("body"), member.Value("tags")));
        await member.Post("/forums/general/new", [.. member.Hidden("topic"), ("title", title), ("body", $"{DraftDesk.Words} {DraftDesk.Next()}"), ("tags", "tin"), ("step", "post")]);
        Assert.Equal(HttpStatusCode.SeeOther, member.Status);
        Assert.Null(await community.DraftAt(place));
    }

    [Fact]
    public async Task An_edit_goes_on_from_the_version_that_it_began_with()
    {
        using var member = await community.Drafter();
        var (path, _) = await community.TopicOf(member);
        var post = await community.Get<CommunityData>().Read(db => db.Posts.OrderByDescending(p => p.Id).Select(p => p.Id).FirstAsync(TestContext.Current.CancellationToken));
        var edit = $"/p/{post}/edit";
        await member.Open(edit);
        var title = member.Value("title")!;
        await member.Saves($"edit:{post}", 1, DraftDesk.Words, ("title", title), ("tags", "tin"), ("reason", "a slip"), ("version", "1"));
        await member.Fill(edit, [("title", title), ("body", $"From another tab, number {DraftDesk.Next()}."), ("step", "save")], "edit");

        await member.Open(edit + "?draft=continue");

        Assert.Equal((DraftDesk.Words, "a slip", "1"), (member.Text("body"), member.Value("reason"), member.Value("version")));
        await member.Post(edit, [.. member.Hidden("edit"), ("title", title), ("body", DraftDesk.Words), ("reason", "a slip"), ("step", "save")]);
        Assert.Equal(HttpStatusCode.Conflict, member.Status);
        Assert.Contains("You changed this post in another window", member.Page, StringComparison.Ordinal);
        Assert.NotNull(await community.DraftAt($"edit:{post}"));
        await member.Post(edit, [.. member.Hidden("edit"), ("title", title), ("body", DraftDesk.Words), ("reason", "a slip"), ("choice-0", "Mine"), ("step", "save")]);
        Assert.Equal(HttpStatusCode.SeeOther, member.Status);
        Assert.Null(await community.DraftAt($"edit:{post}"));
    }
}
