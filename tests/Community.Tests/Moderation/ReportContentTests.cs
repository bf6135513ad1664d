using Community.Discussions;
using Community.Moderation;
using Community.Shared;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Moderation;

public sealed class ReportContentTests
{
    [Fact]
    public async Task A_member_reports_a_post_and_the_same_report_sent_twice_is_one()
    {
        await using var community = await TestCommunity.Start();
        var (_, post, ann) = await Scene(community);
        var input = new ReportContent.Input(Guid.NewGuid(), post, ReportReason.Unkind, "  Calls people names. ");

        var first = await community.Get<ReportContent>().Run(ann, input);
        var again = await community.Get<ReportContent>().Run(ann, input);

        Assert.Equal(first.Value, again.Value);
        var report = await community.Read(db => db.Reports.SingleAsync());
        Assert.Equal((ReportReason.Unkind, "Calls people names.", 2, ReportState.Open), (report.Reason, report.Note, report.Weight, report.State));
    }

    [Theory]
    [InlineData(Role.Member, TrustLevel.New, 1)]
    [InlineData(Role.Member, TrustLevel.Member, 2)]
    [InlineData(Role.Brand, TrustLevel.New, 5)]
    [InlineData(Role.Owner, TrustLevel.Member, 5)]
    public async Task A_report_weighs_as_much_as_the_person_is_trusted(Role role, TrustLevel trust, int weight)
    {
        await using var community = await TestCommunity.Start();
        var (_, post, _) = await Scene(community);

        await Report(community, await community.Person("bo", role, trust), post);

        Assert.Equal(weight, await community.Read(db => db.Reports.Select(r => r.Weight).SingleAsync()));
    }

    [Fact]
    public async Task An_open_report_is_not_made_again_and_a_decided_one_only_after_a_day()
    {
        await using var community = await TestCommunity.Start();
        var (mai, post, ann) = await Scene(community);
        await Report(community, ann, post);

        Assert.Equal("report-open", (await Report(community, ann, post)).Problem!.Code);
        Assert.True((await community.Get<DeclineReports>().Run(mai, post, "fair words")).Ok);
        community.Time.Pass(TimeSpan.FromHours(23));
        Assert.Equal((ProblemKind.TooFast, 3600), (Kind(await Report(community, ann, post), out var wait), wait));
        community.Time.Pass(TimeSpan.FromHours(1));
        Assert.True((await Report(community, ann, post)).Ok);
    }

    [Fact]
    public async Task Two_reports_at_once_by_one_member_are_one()
    {
        await using var community = await TestCommunity.Start();
        var (_, post, ann) = await Scene(community);

        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Report(community, ann, post)));

        Assert.Single(results, r => r.Ok);
    }

    [Fact]
    public async Task Twenty_reports_a_day_are_enough_and_the_next_day_starts_at_midnight()
    {
        await using var community = await TestCommunity.Start();
        var (_, _, ann) = await Scene(community);
        for (var i = 0; i < ReportLimits.PerDay; i++)
            Assert.True((await Report(community, ann, await Member(community, $"troll-{i}"))).Ok);
        var next = await Member(community, "another");

        Assert.Equal("report-limit", (await Report(community, ann, next)).Problem!.Code);
        community.Time.Pass(TimeSpan.FromHours(24) - community.Time.Now.TimeOfDay);
        Assert.True((await Report(community, ann, next)).Ok);
    }

    [Fact]
    public async Task Nobody_reports_their_own_post_or_themselves()
    {
        await using var community = await TestCommunity.Start();
        var trails = await community.Forum();
        var ann = await community.Person("ann");
        var post = new ContentRef(ContentKind.Post, await community.OpeningOf((await community.Topic(ann, trails)).Number));

        Assert.Equal("report-own", (await Report(community, ann, post)).Problem!.Code);
        Assert.Equal("report-own", (await Report(community, ann, new(ContentKind.Member, ann.MemberId!.Value))).Problem!.Code);
    }

    [Fact]
    public async Task What_the_reader_may_not_see_is_not_there_to_report()
    {
        await using var community = await TestCommunity.Start();
        var staffOnly = await community.Forum("staff", Audience.Staff);
        var mai = await community.Person("mai", Role.Moderator);
        var ann = await community.Person("ann");
        var secret = new ContentRef(ContentKind.Post, await community.OpeningOf((await community.Topic(mai, staffOnly)).Number));

        ContentRef[] absent = [secret, new(ContentKind.Post, 42), new(ContentKind.Member, 42), new(ContentKind.Forum, 1), new(ContentKind.Site, 1)];
        foreach (var content in absent)
            Assert.Equal(ProblemKind.NotFound, (await Report(community, ann, content)).Problem!.Kind);
    }

    [Fact]
    public async Task Under_a_hidden_opening_no_reply_is_there_to_read_or_to_report()
    {
        await using var community = await TestCommunity.Start();
        var (mai, opening, ann) = await Scene(community);
        var topic = await community.Read(db => db.Topics.Select(t => t.Number).SingleAsync());
        var reply = new ContentRef(ContentKind.Post, (await community.Reply(await community.Person("jun"), topic)).PostId);
        Assert.True((await community.Get<ReadReport>().Run(ann, reply)).Ok);

        Assert.True((await community.Get<ChangePostState>().Run(mai, new(opening.Id, PostState.Hidden, "personal data"))).Ok);

        Assert.Equal(ProblemKind.NotFound, (await community.Get<ReadReport>().Run(ann, reply)).Problem?.Kind);
        Assert.Equal(ProblemKind.NotFound, (await Report(community, ann, reply)).Problem?.Kind);
        Assert.True((await community.Get<ModerateContent>().Read(mai, reply)).Ok);
    }

    [Fact]
    public async Task Visitors_the_unconfirmed_and_the_suspended_do_not_report()
    {
        await using var community = await TestCommunity.Start();
        var (_, post, ann) = await Scene(community);

        Assert.Equal("sign-in", (await Report(community, Actor.Visitor, post)).Problem!.Code);
        Assert.Equal("confirm-email", (await Report(community, ann with { IsUnconfirmed = true }, post)).Problem!.Code);
        Assert.Equal("suspended", (await Report(community, ann with { SuspendedUntil = community.Time.Now.AddHours(1) }, post)).Problem!.Code);
    }

    [Fact]
    public async Task A_report_says_why_and_not_too_much()
    {
        await using var community = await TestCommunity.Start();
        var (_, post, ann) = await Scene(community);

        Assert.Equal("report-reason-unknown", (await Report(community, ann, post, (ReportReason)9)).Problem!.Code);
        Assert.Equal("report-note-missing", (await Report(community, ann, post, ReportReason.Other, " ")).Problem!.Code);
        Assert.Equal("note-too-long", (await Report(community, ann, post, note: new string('a', 1001))).Problem!.Code);
        Assert.Equal("text-nul", (await Report(community, ann, post, note: "a\0")).Problem!.Code);
        Assert.True((await Report(community, ann, post, note: new string('山', 1000))).Ok);
    }

    [Fact]
    public async Task The_reporter_finds_what_became_of_the_report()
    {
        await using var community = await TestCommunity.Start();
        var (mai, post, ann) = await Scene(community);
        var read = community.Get<ReadReport>();
        Assert.Null((await read.Run(ann, post)).Value!.Mine);
        await Report(community, ann, post);

        await community.Get<DeclineReports>().Run(mai, post, "fair words");

        var target = (await read.Run(ann, post)).Value!;
        Assert.Equal(ReportState.Declined, target.Mine);
        Assert.Equal(1, target.Name!.Number);
        Assert.StartsWith("まだ雪", target.Excerpt, StringComparison.Ordinal);
        Assert.Equal(ProblemKind.NotFound, (await read.Run(Actor.Visitor, post)).Problem!.Kind);
    }

    private static ProblemKind Kind(Result<long> result, out int wait)
    {
        wait = (int)result.Problem!.Args!["seconds"];
        return result.Problem.Kind;
    }

    private static async Task<ContentRef> Member(TestCommunity community, string handle) => new(ContentKind.Member, (await community.Person(handle)).MemberId!.Value);

    private static Task<Result<long>> Report(TestCommunity community, Actor by, ContentRef content, ReportReason reason = ReportReason.Spam, string note = "") =>
        community.Get<ReportContent>().Run(by, new(Guid.NewGuid(), content, reason, note));

    private static async Task<(Actor Moderator, ContentRef Post, Actor Reporter)> Scene(TestCommunity community)
    {
        var trails = await community.Forum();
        var topic = await community.Topic(await community.Person("taro"), trails);
        return (await community.Person("mai", Role.Moderator), new(ContentKind.Post, await community.OpeningOf(topic.Number)), await community.Person("ann"));
    }
}
