using System.Net;
using System.Text.Json;
using Community.Data;
using Community.Discussions.Contract;
using Community.Discussions.Drafts;
using Community.Shared;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Discussions;

/// <summary>The door at which the script saves drafts, and the forms that go on with them without any script.</summary>
public sealed class DraftDoorTests(OpenCommunity community) : IClassFixture<OpenCommunity>
{
    private const string Words = "A drop of oil, and then some patience.";
    private static int last;

    [Fact]
    public async Task A_save_is_answered_with_nothing_and_a_stale_one_with_what_is_stored()
    {
        using var member = await Member();
        var (_, place) = await Topic(member);

        await Save(member, place, 1, Words, ("to", "1"));
        Assert.Equal(HttpStatusCode.NoContent, member.Status);
        await Save(member, place, 1, "from another tab");

        Assert.Equal(HttpStatusCode.Conflict, member.Status);
        using var stored = JsonDocument.Parse(member.Page);
        Assert.Equal(1, stored.RootElement.GetProperty("sequence").GetInt64());
        Assert.Equal(Words, stored.RootElement.GetProperty("text").GetProperty("body").GetString());
        Assert.Equal(1, stored.RootElement.GetProperty("text").GetProperty("to").GetInt32());
        Assert.True(stored.RootElement.TryGetProperty("savedAt", out _));
    }

    [Fact]
    public async Task Under_the_key_of_another_person_one_finds_only_ones_own()
    {
        using var member = await Member();
        using var other = await Member();
        var (path, place) = await Topic(member);
        await Save(member, place, 1, Words);

        await Save(other, place, 1, "Words of the other.");

        Assert.Equal(HttpStatusCode.NoContent, other.Status);
        Assert.DoesNotContain(Words, (await other.Open(path + "?draft=continue")).Page, StringComparison.Ordinal);
        Assert.Equal(Words, (await member.Open(path + "?draft=continue")).Text("body"));
        await other.Post($"/drafts/{place}/discard", other.Tokens());
        Assert.Equal(Words, (await member.Open(path + "?draft=continue")).Text("body"));
    }

    [Fact]
    public async Task Without_its_token_nothing_is_saved_or_thrown_away()
    {
        using var member = await Member();
        var (path, place) = await Topic(member);
        await Save(member, place, 1, Words);

        await member.Post($"/drafts/{place}", [("sequence", "2"), ("body", "forged"), ("key", Guid.NewGuid().ToString())]);
        Assert.Equal(HttpStatusCode.BadRequest, member.Status);
        await member.Post($"/drafts/{place}/discard", [("return", "/")]);
        Assert.Equal(HttpStatusCode.BadRequest, member.Status);

        Assert.Equal(Words, (await member.Open(path + "?draft=continue")).Text("body"));
    }

    [Fact]
    public async Task A_visitor_is_led_to_sign_in()
    {
        using var member = await Member();
        using var visitor = community.Visitor();
        var (_, place) = await Topic(member);

        await Save(visitor, place, 1, Words);

        Assert.StartsWith("/account/login", visitor.Leads, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reply:1")]
    [InlineData("edit:1")]
    [InlineData("letter:1")]
    [InlineData("reply")]
    public async Task What_is_no_place_for_the_writer_is_not_found(string place)
    {
        using var member = await Member();

        await Save(member, place, 1, Words);

        Assert.Equal(HttpStatusCode.NotFound, member.Status);
    }

    [Fact]
    public async Task What_is_longer_than_a_post_is_refused()
    {
        using var member = await Member();
        var (_, place) = await Topic(member);

        await Save(member, place, 1, new string('a', 40_000));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, member.Status);
        await Save(member, place, 1, new string('a', 3_000_000));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, member.Status);

        Assert.Null(await Stored(place));
    }

    [Fact]
    public async Task Without_script_a_reply_is_gone_on_with_and_posting_it_ends_the_draft()
    {
        using var member = await Member();
        var (path, place) = await Topic(member);
        await Save(member, place, 4, Words, ("to", "1"));

        await member.Open(path + "?reply=0");
        Assert.Contains("You have a draft from", member.Page, StringComparison.Ordinal);
        Assert.Equal("", member.Text("body"));
        Assert.Contains($"{path}?page=1&amp;reply=0&amp;draft=continue#reply", member.Page, StringComparison.Ordinal);
        await member.Open(path + "?reply=0&draft=continue");
        Assert.Equal((Words, "1", "4"), (member.Text("body"), member.Value("to"), member.Value("draft")));
        Assert.DoesNotContain("You have a draft from", member.Page, StringComparison.Ordinal);
        await member.Post(path, [.. member.Hidden("reply"), ("body", Words), ("step", "post")]);

        Assert.Equal(HttpStatusCode.SeeOther, member.Status);
        Assert.Null(await Stored(place));
    }

    [Fact]
    public async Task _11_Posting_something_else_ends_the_draft_that_was_offered()
    {
        using var member = await Member();
        var (path, place) = await Topic(member);
        await Save(member, place, 1, Words);

        await member.Fill(path + "?reply=0", [("body", "Something else that is long enough to be posted."), ("step", "post")], "reply");

        Assert.Equal(HttpStatusCode.SeeOther, member.Status);
        Assert.Null(await Stored(place));
    }

    [Fact]
    public async Task _11_Where_a_topic_was_closed_its_page_shows_the_words_of_the_draft_and_throws_them_away()
    {
        using var member = await Member();
        var (path, place) = await Topic(member);
        var id = DraftPlace.Read(place)!.Value.Id;
        await Save(member, place, 1, Words);
        await community.Get<CommunityData>().Write<Done>(async db =>
        {
            (await db.Topics.SingleAsync(t => t.Id == id)).IsLocked = true;
            return Done.Yes;
        });

        await member.Open(path + "?reply=0&draft=continue");

        Assert.Contains("This topic is closed to new replies.", member.Page, StringComparison.Ordinal);
        Assert.Contains("id=\"draft-text\"", member.Page, StringComparison.Ordinal);
        Assert.Contains(Words, member.Page, StringComparison.Ordinal);
        await member.Post($"/drafts/{place}/discard", [.. member.Tokens(), ("return", "/me/drafts")]);
        Assert.Null(await Stored(place));
    }

    [Fact]
    public async Task _11_A_reply_to_a_topic_that_was_closed_is_refused_in_one_sentence_and_keeps_its_text()
    {
        using var member = await Member();
        var (path, place) = await Topic(member);
        var id = DraftPlace.Read(place)!.Value.Id;
        await member.Open(path + "?reply=0");
        await community.Get<CommunityData>().Write<Done>(async db =>
        {
            (await db.Topics.SingleAsync(t => t.Id == id)).IsLocked = true;
            return Done.Yes;
        });

        await member.Post(path, [.. member.Hidden("reply"), ("body", Words), ("step", "post")]);

        Assert.Equal(HttpStatusCode.Forbidden, member.Status);
        Assert.Equal(Words, member.Text("body"));
        Assert.Equal(2, member.Page.Split("This topic is closed to new replies.").Length);
    }

    [Fact]
    public async Task _10_The_form_names_whom_it_answers_and_whom_it_quotes()
    {
        using var member = await Member();
        var (path, place) = await Topic(member);
        var id = DraftPlace.Read(place)!.Value.Id;
        var (post, name) = await community.Get<CommunityData>().Read(async db =>
            (await db.Posts.Where(p => p.DiscussionId == id).Select(p => p.Id).SingleAsync(), await db.Posts.Where(p => p.DiscussionId == id).Join(db.Members, p => p.AuthorId, m => m.Id, (_, m) => m.DisplayName).SingleAsync()));

        await member.Open(path + "?page=1&reply=1");
        Assert.Contains($"Reply to {name} (#1)", member.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("You quote", member.Page, StringComparison.Ordinal);
        await member.Open($"{path}?page=1&quote={post}");

        Assert.Contains($"You quote {name} (#1)", member.Page, StringComparison.Ordinal);
        Assert.Contains("At least 20 characters.", member.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_form_keeps_what_was_typed_and_which_draft_it_is()
    {
        using var member = await Member();
        var (path, place) = await Topic(member);
        await Save(member, place, 2, "short");

        await member.Open(path + "?reply=0&draft=continue");
        await member.Post(path, [.. member.Hidden("reply"), ("body", "too short"), ("step", "post")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, member.Status);
        Assert.Equal(("too short", "2"), (member.Text("body"), member.Value("draft")));
        Assert.Equal("short", (await Stored(place))?.Body);
    }

    [Fact]
    public async Task A_new_topic_is_gone_on_with_and_posting_it_ends_the_draft()
    {
        using var member = await Member();
        var forum = await community.Get<CommunityData>().Read(db => db.Forums.Where(f => f.Slug == "general").Select(f => f.Id).SingleAsync(TestContext.Current.CancellationToken));
        var (place, title) = ($"topic:{forum}", $"How do you mend a tin box, {Next()}?");
        await member.Open("/forums/general/new");
        await Save(member, place, 1, Words, ("title", title), ("tags", "tin"));

        await member.Open("/forums/general/new?draft=continue");

        Assert.Equal((title, Words, "tin"), (member.Value("title"), member.Text("body"), member.Value("tags")));
        await member.Post("/forums/general/new", [.. member.Hidden("topic"), ("title", title), ("body", $"{Words} {Next()}"), ("tags", "tin"), ("step", "post")]);
        Assert.Equal(HttpStatusCode.SeeOther, member.Status);
        Assert.Null(await Stored(place));
    }

    [Fact]
    public async Task An_edit_goes_on_from_the_version_that_it_began_with()
    {
        using var member = await Member();
        var (path, _) = await Topic(member);
        var post = await community.Get<CommunityData>().Read(db => db.Posts.OrderByDescending(p => p.Id).Select(p => p.Id).FirstAsync(TestContext.Current.CancellationToken));
        var edit = $"/p/{post}/edit";
        await member.Open(edit);
        var title = member.Value("title")!;
        await Save(member, $"edit:{post}", 1, Words, ("title", title), ("tags", "tin"), ("reason", "a slip"), ("version", "1"));
        await member.Fill(edit, [("title", title), ("body", $"From another tab, number {Next()}."), ("step", "save")], "edit");

        await member.Open(edit + "?draft=continue");

        Assert.Equal((Words, "a slip", "1"), (member.Text("body"), member.Value("reason"), member.Value("version")));
        await member.Post(edit, [.. member.Hidden("edit"), ("title", title), ("body", Words), ("reason", "a slip"), ("step", "save")]);
        Assert.Equal(HttpStatusCode.Conflict, member.Status);
        Assert.Contains("You changed this post in another window", member.Page, StringComparison.Ordinal);
        Assert.NotNull(await Stored($"edit:{post}"));
        await member.Post(edit, [.. member.Hidden("edit"), ("title", title), ("body", Words), ("reason", "a slip"), ("choice-0", "Mine"), ("step", "save")]);
        Assert.Equal(HttpStatusCode.SeeOther, member.Status);
        Assert.Null(await Stored($"edit:{post}"));
    }

    [Fact]
    public async Task Ones_drafts_are_listed_and_thrown_away()
    {
        using var member = await Member();
        var (path, place) = await Topic(member);
        await Save(member, place, 1, Words);

        await member.Open("/me/drafts");
        Assert.Contains(Words, member.Page, StringComparison.Ordinal);
        Assert.Contains($"{path}?reply=0&amp;draft=continue#reply", member.Page, StringComparison.Ordinal);
        await member.Post($"/drafts/{place}/discard", [.. member.Tokens(), ("return", "/me/drafts")]);

        Assert.Equal("/me/drafts", member.Leads);
        Assert.DoesNotContain(Words, (await member.Open("/me/drafts")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_whose_place_is_gone_shows_its_own_words_and_nothing_of_the_place()
    {
        using var member = await Member();
        var (path, place) = await Topic(member);
        var id = DraftPlace.Read(place)!.Value.Id;
        await Save(member, place, 1, Words);
        await community.Get<CommunityData>().Write<Done>(async db =>
        {
            (await db.Topics.SingleAsync(t => t.Id == id)).Audience = Audience.Moderators;
            (await db.Discussions.SingleAsync(d => d.Id == id)).Audience = Audience.Moderators;
            return Done.Yes;
        });

        await member.Open("/me/drafts");

        Assert.Contains(Words, member.Page, StringComparison.Ordinal);
        Assert.Contains("a place that you cannot open now", member.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(path.Split('/')[^1], member.Page, StringComparison.Ordinal);
        Assert.Contains($"/drafts/{place}/discard", member.Page, StringComparison.Ordinal);
    }

    private static int Next() => Interlocked.Increment(ref last);

    private Task<FormVisitor> Member() => community.Member($"drafter-{Next()}");

    // Any page of a member's has a token.
    private static async Task Save(FormVisitor by, string place, long sequence, string body, params (string, string)[] others)
    {
        await by.Open("/rules");
        await by.Post($"/drafts/{place}", [.. by.Tokens(), ("sequence", $"{sequence}"), ("body", body), ("key", Guid.NewGuid().ToString()), .. others]);
    }

    /// <summary>A topic of the member's, whose page is open: its address and the place of a reply to it.</summary>
    private async Task<(string Path, string Place)> Topic(FormVisitor by)
    {
        var n = Next();
        await by.Fill("/forums/general/new", [("title", $"What keeps a tin box shut, try {n}?"), ("body", $"The clasp of mine gave way, number {n}."), ("step", "post")], "topic");
        var path = by.Leads!;
        var number = long.Parse(path.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);
        var id = await community.Get<CommunityData>().Read(db => db.Topics.Where(t => t.Number == number).Select(t => t.Id).SingleAsync(TestContext.Current.CancellationToken));
        await by.Open(path);
        return (path, $"reply:{id}");
    }

    private Task<Draft?> Stored(string place)
    {
        var (kind, id) = DraftPlace.Read(place)!.Value;
        return community.Get<CommunityData>().Read(db => db.Drafts.FirstOrDefaultAsync(d => d.Kind == kind && d.PlaceId == id, TestContext.Current.CancellationToken));
    }
}
