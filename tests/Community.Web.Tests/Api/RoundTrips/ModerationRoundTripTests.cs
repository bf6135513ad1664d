using Community.Client;

namespace Community.Web.Tests.Api.RoundTrips;

public sealed class ModerationRoundTripTests(ApiSite site) : RoundTrip(site)
{
    [Fact, GoesRound("ReportPost", "ReportMember", "ReadQueue", "CountQueue", "Decide")]
    public async Task What_members_report_is_decided_in_the_queue()
    {
        var handle = await Site.Person("sam");
        var sam = await As(handle);
        var post = await sam.Topics.PostReply((await Site.Topic(sam)).Number, new NewPost("Buy my cheap tins."), cancel: Cancel);
        var aki = await Somebody();
        var mia = await Staff();

        var report = await aki.Reports.ReportPost(post.Id, new NewReport(ReportReason.Spam, "Third time today."), cancel: Cancel);
        await aki.Reports.ReportMember(handle, new NewReport(ReportReason.Other, "See his posts."), cancel: Cancel);
        var waiting = await mia.Moderation.CountQueue(Cancel);
        var item = await mia.Moderation.ReadWholeQueue(Cancel).FirstAsync(i => i.Content.Id == post.Id, Cancel);
        await mia.Moderation.Decide(new QueueDecision(item.Content.Kind, item.Content.Id, Decision.Hide, "Advertising."), Cancel);

        Assert.NotEmpty(report.Id);
        Assert.True(waiting.Reported >= 2);
        Assert.Equal((ContentKind.Post, ContentState.Visible, 1), (item.Content.Kind, item.State, item.Reasons[ReportReason.Spam]));
        Assert.Equal("Third time today.", Assert.Single(item.Notes).Note);
        Assert.DoesNotContain((await mia.Moderation.ReadQueue(cancel: Cancel)).Items, i => i.Content.Id == post.Id);
        Assert.Equal(PostState.Hidden, (await mia.Posts.ReadPost(post.Id, Cancel)).State);
    }

    [Fact, GoesRound("ChangePostState", "ReadLog", "UndoAct")]
    public async Task What_the_staff_does_is_logged_and_taken_back()
    {
        var aki = await Somebody();
        var post = await aki.Topics.PostReply((await Site.Topic(aki)).Number, new NewPost("Use a drop of oil."), cancel: Cancel);
        var handle = await Site.Person("mia", Community.Shared.Role.Moderator);
        var mia = await As(handle, Community.Members.TokenScope.Staff);

        await mia.Moderation.ChangePostState(post.Id, new StateChange(ContentState.Visible, ContentState.Removed, "By mistake."), Cancel);
        var entry = Assert.Single(await mia.Moderation.ReadWholeLog(by: handle, cancel: Cancel).ToListAsync(Cancel));
        var removed = await mia.Posts.ReadPost(post.Id, Cancel);
        await mia.Moderation.UndoAct(entry.Number, Cancel);

        Assert.Equal(("By mistake.", true, post.Id), (entry.Reason, entry.CanUndo, entry.Subject.Id));
        Assert.Equal(PostState.RemovedByStaff, removed.State);
        Assert.Equal(PostState.Visible, (await aki.Posts.ReadPost(post.Id, Cancel)).State);
        Assert.Equal(entry.Number, (await mia.Moderation.ReadLog(by: handle, cancel: Cancel)).Items[0].Undoes);
    }

    [Fact, GoesRound("LockTopic", "UnlockTopic", "PinTopic", "UnpinTopic", "MoveTopic")]
    public async Task A_moderator_locks_pins_and_moves_a_topic()
    {
        var topic = (await Site.Topic(await Somebody())).Number;
        var mia = await Staff();

        await mia.Moderation.LockTopic(topic, "Heated.", Cancel);
        await mia.Moderation.PinTopic(topic, "Useful.", Cancel);
        var before = await mia.Topics.ReadTopic(topic, Cancel);
        await mia.Moderation.UnlockTopic(topic, "Cooled down.", Cancel);
        await mia.Moderation.UnpinTopic(topic, "Old.", Cancel);
        await mia.Moderation.MoveTopic(topic, new TopicMove("staff-room", "For us."), Cancel);
        var after = await mia.Topics.ReadTopic(topic, Cancel);

        Assert.Equal((true, true, "help"), (before.IsLocked, before.IsPinned, before.Forum.Slug));
        Assert.Equal((false, false, "staff-room"), (after.IsLocked, after.IsPinned, after.Forum.Slug));
    }

    [Fact, GoesRound("RunLiveThread")]
    public async Task _09_A_moderator_runs_a_live_thread()
    {
        var aki = await Somebody();
        var topic = (await Site.Topic(aki)).Number;
        var mia = await Staff();

        await mia.Moderation.RunLiveThread(topic, new LiveThread(true, "A live evening.", IsReadOnly: true), Cancel);
        var refused = await Assert.ThrowsAsync<CommunityApiException>(() => aki.Topics.PostReply(topic, new NewPost("May I say something?"), cancel: Cancel));
        await mia.Moderation.RunLiveThread(topic, new LiveThread(false, "It is over."), Cancel);

        Assert.Equal("topic-read-only", refused.Code);
        Assert.Equal(2, (await aki.Topics.PostReply(topic, new NewPost("Now I may."), cancel: Cancel)).Number);
    }

    [Fact, GoesRound("ReadTopic")]
    public async Task _09_A_live_thread_tells_how_it_is_run()
    {
        var handle = await Site.Person("aki");
        var topic = (await Site.Topic(await As(handle))).Number;
        var mia = await Staff();

        await mia.Moderation.RunLiveThread(topic, new LiveThread(true, "A live evening.", IsReadOnly: true, SlowSeconds: 60, Hosts: [handle]), Cancel);
        var live = (await With(null).Topics.ReadTopic(topic, Cancel)).Live;
        await mia.Moderation.RunLiveThread(topic, new LiveThread(false, "It is over."), Cancel);

        Assert.Equal((true, 60, null), (live!.IsReadOnly, live.SlowSeconds, live.SlowUntil));
        Assert.Equal([handle], live.Hosts.Select(host => host.Handle));
        Assert.Null((await With(null).Topics.ReadTopic(topic, Cancel)).Live);
    }

    [Fact, GoesRound]
    public async Task _09_A_refused_interval_is_called_as_the_call_has_it()
    {
        var topic = (await Site.Topic(await Somebody())).Number;
        var mia = await Staff();

        var refused = await Assert.ThrowsAsync<CommunityApiException>(() => mia.Moderation.RunLiveThread(topic, new LiveThread(true, "Slowly.", SlowSeconds: 1), Cancel));

        Assert.Equal(("slow-interval", "slowSeconds"), (refused.Code, refused.Field));
    }

    [Fact, GoesRound("HideRevision", "ShowRevision")]
    public async Task A_moderator_takes_a_former_text_out_of_the_history()
    {
        var aki = await Somebody();
        var post = await aki.Topics.PostReply((await Site.Topic(aki)).Number, new NewPost("My number is 090-0000-0000."), cancel: Cancel);
        await aki.Posts.EditPost(post.Id, 1, new PostEdit("Call me, the number is with the staff."), Cancel);
        var mia = await Staff();

        await mia.Moderation.HideRevision(post.Id, 1, "A phone number.", Cancel);
        var hidden = (await aki.Posts.ListRevisions(post.Id, Cancel))[0];
        await mia.Moderation.ShowRevision(post.Id, 1, "It was invented.", Cancel);
        var shown = (await aki.Posts.ListRevisions(post.Id, Cancel))[0];

        Assert.Equal((true, ""), (hidden.IsHidden, hidden.Markdown));
        Assert.Equal((false, "My number is 090-0000-0000."), (shown.IsHidden, shown.Markdown));
    }

    [Fact, GoesRound("FindMembers", "SuspendMember", "EndSuspension", "ChangeRole")]
    public async Task The_staff_finds_suspends_and_promotes_a_member()
    {
        var handle = await Site.Person("sam");
        var admin = await Staff(Community.Shared.Role.Admin);

        await admin.Moderation.SuspendMember(handle, new Suspension(Site.Now.AddDays(2), "Cool down."), Cancel);
        var suspended = Assert.Single(await admin.Moderation.FindAllMembers(handle, MemberFilter.Suspended, Cancel).ToListAsync(Cancel));
        await admin.Moderation.EndSuspension(handle, "They apologised.", Cancel);
        await admin.Moderation.ChangeRole(handle, new RoleChange(Role.Moderator, "They help so well."), Cancel);
        var promoted = Assert.Single((await admin.Moderation.FindMembers(handle, cancel: Cancel)).Items);

        Assert.Empty((await admin.Moderation.FindMembers($"{handle}@example.com", cancel: Cancel)).Items);
        Assert.Equal(("Cool down.", $"{handle}@example.com"), (suspended.SuspensionReason, suspended.Email));
        Assert.NotNull(suspended.SuspendedUntil);
        Assert.Equal((Role.Moderator, null), (promoted.Person.Role, promoted.SuspendedUntil));
    }
}
