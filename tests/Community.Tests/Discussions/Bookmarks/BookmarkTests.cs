using System.Globalization;
using System.Text.Json;
using Community.Discussions;
using Community.Discussions.Bookmarks;
using Community.Members;
using Community.Notifications.Contract;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Discussions.Bookmarks;

public sealed class BookmarkTests
{
    [Fact]
    public async Task _17_A_post_is_kept_once_with_the_latest_note_and_let_go()
    {
        await using var scene = await ForumScene.Start();
        var post = (await scene.ReadPost(await scene.Topic(), 1)).Id;
        ForumScene.Must(await Save(scene, scene.Ben, post, "for the winter"));
        ForumScene.Must(await Save(scene, scene.Ben, post, " for the summer "));

        var line = ForumScene.Must(await List(scene, scene.Ben)).Items.Single();

        Assert.Equal(("for the summer", "How do you mend a tin box?"), (line.Bookmark.Note, line.Post!.Within!.Text.En));
        Assert.Empty(ForumScene.Must(await List(scene, scene.Aki)).Items);
        ForumScene.Must(await scene.Community.Get<RemoveBookmark>().Run(scene.Aki, post));
        Assert.Single(ForumScene.Must(await List(scene, scene.Ben)).Items);
        ForumScene.Must(await scene.Community.Get<RemoveBookmark>().Run(scene.Ben, post));
        ForumScene.Must(await scene.Community.Get<RemoveBookmark>().Run(scene.Ben, post));
        Assert.Empty(ForumScene.Must(await List(scene, scene.Ben)).Items);
    }

    [Fact]
    public async Task _17_The_form_says_whose_post_it_is_and_where_it_stands()
    {
        await using var scene = await ForumScene.Start();
        var post = (await scene.ReadPost(await scene.Topic(), 1)).Id;

        var form = ForumScene.Must(await scene.Community.Get<ReadBookmark>().Run(scene.Ben, post));

        Assert.Equal(("aki", "How do you mend a tin box?"), (form.Author!.Handle, form.Within!.Text.En));
    }

    [Theory]
    [InlineData("2026-11-22T23:59:00Z", "UTC", "2026-11-23")]
    [InlineData("2026-11-22T08:59:00Z", "UTC", "2026-11-22")]
    [InlineData("2026-11-22T09:00:00Z", "UTC", "2026-11-23")]
    [InlineData("2026-11-22T20:00:00Z", "Asia/Tokyo", "2026-11-23")]
    public void _17_The_first_day_of_a_reminder_is_today_until_its_hour(string now, string zone, string first) =>
        Assert.Equal(DateOnly.Parse(first, CultureInfo.InvariantCulture), BookmarkRules.FirstDay(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), zone, 9));

    [Fact]
    public async Task _17_Every_refusal_says_why()
    {
        await using var scene = await ForumScene.Start(("Community:Bookmarks:MaxBookmarks", "1"));
        var (post, other) = ((await scene.ReadPost(await scene.Topic(), 1)).Id, (await scene.ReadPost(await scene.Topic(), 1)).Id);
        var secret = (await scene.ReadPost(await scene.Topic(scene.Moderator, forum: "staff-room"), 1)).Id;
        var today = DateOnly.FromDateTime(scene.Time.Now.UtcDateTime);

        Assert.Equal(ProblemKind.NotFound, (await Save(scene, scene.Ben, secret)).Problem!.Kind);
        Assert.Equal("sign-in", (await Save(scene, Actor.Visitor, post)).Problem!.Code);
        Assert.Equal("note-too-long", (await Save(scene, scene.Ben, post, new string('x', 501))).Problem!.Code);
        Assert.Equal("reminder-past", (await Save(scene, scene.Ben, post, "", today.AddDays(-1))).Problem!.Code);
        Assert.Equal("reminder-too-far", (await Save(scene, scene.Ben, post, "", today.AddYears(20))).Problem!.Code);
        Assert.Equal("reminder-too-far", (await Save(scene, scene.Ben, post, "", DateOnly.MaxValue)).Problem!.Code);
        ForumScene.Must(await Save(scene, scene.Ben, post));
        ForumScene.Must(await Save(scene, scene.Ben, post, "again"));
        Assert.Equal("too-many-bookmarks", (await Save(scene, scene.Ben, other)).Problem!.Code);
    }

    [Fact]
    public async Task _17_A_reminder_is_mailed_once_on_the_morning_of_its_day()
    {
        await using var scene = await ForumScene.Start(("Community:BaseUrl", "https://community.example"));
        var post = await Due(scene);
        await Remind(scene);
        Assert.Empty(await Mails(scene));

        scene.Time.Pass(TimeSpan.FromDays(3));
        await Remind(scene);
        await Remind(scene);

        var mail = Assert.Single(await Mails(scene));
        Assert.Equal("ben@example.com", mail.To);
        Assert.Contains(mail.Parts, p => p.Text.Contains("buy oil", StringComparison.Ordinal));
        Assert.Contains(mail.Parts, p => p.Link == $"https://community.example/p/{post}");
        // The same day again is no new reminder; another one is.
        ForumScene.Must(await Save(scene, scene.Ben, post, "buy oil", ForumScene.Must(await List(scene, scene.Ben)).Items.Single().Bookmark.RemindOn));
        await Remind(scene);
        Assert.Single(await Mails(scene));
    }

    [Fact]
    public async Task _17_Nobody_is_reminded_of_what_they_may_not_read_by_then()
    {
        await using var scene = await ForumScene.Start();
        var post = await Due(scene);
        ForumScene.Must(await scene.Bring(scene.Moderator, post, PostState.Hidden));

        scene.Time.Pass(TimeSpan.FromDays(3));
        await Remind(scene);
        ForumScene.Must(await scene.Bring(scene.Moderator, post, PostState.Visible));
        await Remind(scene);

        Assert.Empty(await Mails(scene));
        ForumScene.Must(await scene.Bring(scene.Moderator, post, PostState.Hidden));
        Assert.Null(ForumScene.Must(await List(scene, scene.Ben)).Items.Single().Post);
    }

    private static async Task<long> Due(ForumScene scene)
    {
        await scene.Community.Arrange(db => db.Accounts.Add(new Account { Id = scene.Ben.MemberId!.Value, UserName = "ben", Email = "ben@example.com", EmailConfirmed = true, SecurityStamp = "stamp" }));
        var post = (await scene.ReadPost(await scene.Topic(), 1)).Id;
        ForumScene.Must(await Save(scene, scene.Ben, post, "buy oil", DateOnly.FromDateTime(scene.Time.Now.UtcDateTime).AddDays(2)));
        return post;
    }

    private static Task<Result<Done>> Save(ForumScene scene, Actor actor, long post, string? note = null, DateOnly? day = null) =>
        scene.Community.Get<SaveBookmark>().Run(actor, new SaveBookmark.Input(post, note, day));

    private static Task<Result<Page<ListBookmarks.Line>>> List(ForumScene scene, Actor actor) => scene.Community.Get<ListBookmarks>().Run(actor, null);

    private static Task Remind(ForumScene scene) => scene.Community.Get<RemindOfBookmarks>().Run();

    private static async Task<List<Mail>> Mails(ForumScene scene) =>
        [.. (await scene.Community.Read(db => db.Outbox.Select(m => m.Payload).ToListAsync())).Select(m => JsonSerializer.Deserialize<Mail>(m)!)];
}
