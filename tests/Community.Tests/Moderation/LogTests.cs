using System.Data.Common;
using Community.Data;
using Community.Members;
using Community.Moderation;
using Community.Shared;
using Community.Testing;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Moderation;

public sealed class LogTests
{
    private static readonly ContentRef Somewhere = new(ContentKind.Topic, 7);

    [Fact]
    public async Task Every_act_of_the_staff_is_an_entry_and_the_sequence_has_no_gap()
    {
        await using var community = await TestCommunity.Start();
        var mai = await community.Person("mai", Role.Moderator);

        await Act(community, mai, "lock-topic", "heated");
        await community.Data.Write<Done>(db =>
        {
            db.Raise(new StaffActed(mai.MemberId, "pin-topic", Somewhere, null, "two at once"));
            db.Raise(new StaffActed(null, "unpin-topic", Somewhere, null, null));
            return Task.FromResult<Result<Done>>(Done.Yes);
        });

        var log = await community.Read(db => db.Log.OrderBy(e => e.Sequence).ToListAsync());
        Assert.Equal([1, 2, 3], log.Select(e => e.Sequence));
        Assert.Equal(["lock-topic", "pin-topic", "unpin-topic"], log.Select(e => e.Action));
        Assert.Empty(await Verify(community));
    }

    [Fact]
    public async Task A_refused_act_leaves_no_entry()
    {
        await using var community = await TestCommunity.Start();
        var mai = await community.Person("mai", Role.Moderator);

        await community.Data.Write<Done>(db =>
        {
            db.Raise(new StaffActed(mai.MemberId, "lock-topic", Somewhere, null, "no"));
            return Task.FromResult<Result<Done>>(Problem.NotFound());
        });

        Assert.Equal(0, await community.Read(db => db.Log.CountAsync()));
    }

    [Theory]
    [InlineData("UPDATE moderation_log SET action = 'x'")]
    [InlineData("DELETE FROM moderation_log")]
    [InlineData("UPDATE moderation_log_payloads SET reason = 'x'")]
    public async Task The_database_itself_refuses_to_change_the_log(string sql)
    {
        await using var community = await TestCommunity.Start();
        await Act(community, await community.Person("mai", Role.Moderator), "lock-topic", "heated");

        var refused = await Assert.ThrowsAnyAsync<DbException>(() => Execute(community, sql));

        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erased_persons_payload_goes_and_the_chain_still_holds()
    {
        await using var community = await TestCommunity.Start();
        var mai = await community.Person("mai", Role.Moderator);
        await Act(community, mai, "lock-topic", "heated");
        await Act(community, mai, "unlock-topic", "calm again");

        await Execute(community, "DELETE FROM moderation_log_payloads WHERE sequence = 1");

        Assert.Empty(await Verify(community));
        var line = (await community.Get<ReadLog>().Run(mai, new ReadLog.Filter())).Value!.Items[^1];
        Assert.True(line.IsErased);
        Assert.Null(line.By);
        Assert.False(line.CanUndo);
    }

    [Theory]
    [InlineData("UPDATE moderation_log SET action = 'pin-topic' WHERE sequence = 2", "entry 2 does not follow from the one before")]
    [InlineData("UPDATE moderation_log SET at = (SELECT joined_at FROM members) WHERE sequence = 1", "entry 1 does not follow from the one before")]
    [InlineData("UPDATE moderation_log_payloads SET reason = 'nicer' WHERE sequence = 3", "the content of entry 3 was changed")]
    [InlineData("DELETE FROM moderation_log_payloads WHERE sequence = 2; DELETE FROM moderation_log WHERE sequence = 2", "entry 2 is missing")]
    public async Task Verifying_tells_where_somebody_reached_past_the_triggers(string sql, string finding)
    {
        await using var community = await TestCommunity.Start();
        var mai = await community.Person("mai", Role.Moderator);
        foreach (var reason in (string[])["one", "two", "three"])
            await Act(community, mai, "lock-topic", reason);
        Assert.Empty(await Verify(community));

        var past = TestDatabase.IsPostgres
            ? "SET session_replication_role = replica;"
            : "DROP TRIGGER moderation_log_refuse_update; DROP TRIGGER moderation_log_refuse_delete; DROP TRIGGER moderation_log_payloads_refuse_update;";
        await Execute(community, past + sql);

        Assert.Contains(finding, await Verify(community));
    }

    [Fact]
    public async Task The_log_is_read_newest_first_in_pages_and_by_filter()
    {
        await using var community = await TestCommunity.Start();
        var mai = await community.Person("mai", Role.Moderator);
        var ken = await community.Person("ken", Role.Moderator);
        for (var i = 0; i < 60; i++)
            await Act(community, i % 2 == 0 ? mai : ken, i % 3 == 0 ? "lock-topic" : "pin-topic", "reason");
        var read = community.Get<ReadLog>();

        var first = (await read.Run(mai, new ReadLog.Filter())).Value!;
        var second = (await read.Run(mai, new ReadLog.Filter(), first.Next)).Value!;

        Assert.Equal(Enumerable.Range(1, 60).Reverse().Select(n => (long)n), first.Items.Concat(second.Items).Select(l => l.Sequence));
        Assert.Null(second.Next);
        var mine = (await read.Run(mai, new ReadLog.Filter(Handle: "ken"))).Value!.Items;
        Assert.Equal(30, mine.Count);
        Assert.All(mine, l => Assert.Equal("ken", l.By!.Handle));
        Assert.Equal(20, (await read.Run(mai, new ReadLog.Filter(Action: "lock-topic"))).Value!.Items.Count);
        Assert.Equal(50, (await read.Run(mai, new ReadLog.Filter(Subject: Somewhere))).Value!.Items.Count);
        Assert.Empty((await read.Run(mai, new ReadLog.Filter(Handle: "nobody"))).Value!.Items);
        Assert.Empty((await read.Run(mai, new ReadLog.Filter(Subject: new ContentRef(ContentKind.Post, 7)))).Value!.Items);
    }

    [Theory]
    [InlineData(Role.Member)]
    [InlineData(Role.Brand)]
    public async Task To_who_is_no_moderator_there_is_no_log(Role role)
    {
        await using var community = await TestCommunity.Start();

        var result = await community.Get<ReadLog>().Run(await community.Person("ann", role), new ReadLog.Filter());

        Assert.Equal(ProblemKind.NotFound, result.Problem!.Kind);
    }

    [Fact]
    public async Task An_act_is_taken_back_once_and_the_log_says_so()
    {
        await using var community = await TestCommunity.Start();
        var mai = await community.Person("mai", Role.Moderator);
        var ann = await community.Person("ann");
        await community.Get<SuspendMember>().Run(mai, new(ann.MemberId!.Value, "spam", community.Time.Now.AddHours(24)));
        var undo = community.Get<UndoAct>();

        Assert.True((await undo.Run(mai, 1)).Ok);

        var log = (await community.Get<ReadLog>().Run(mai, new ReadLog.Filter())).Value!.Items;
        Assert.Equal(("end-suspension", "undo of #1", 1L), (log[0].Action, log[0].Reason!, log[0].Undoes!.Value));
        Assert.Equal(2, log[1].UndoneBy);
        Assert.False(log[1].CanUndo);
        Assert.Null(await community.Read(db => db.Members.Where(m => m.Id == ann.MemberId).Select(m => m.SuspendedUntil).SingleAsync()));
        Assert.Equal("changed-since", (await undo.Run(mai, 1)).Problem!.Code);
        Assert.Empty(await Verify(community));
    }

    [Fact]
    public async Task Taking_back_the_taking_back_brings_the_suspension_again_with_its_reason()
    {
        await using var community = await TestCommunity.Start();
        var mai = await community.Person("mai", Role.Moderator);
        var ann = await community.Person("ann");
        await community.Get<SuspendMember>().Run(mai, new(ann.MemberId!.Value, "spam, again", community.Time.Now.AddHours(24)));
        await community.Get<UndoAct>().Run(mai, 1);

        Assert.True((await community.Get<UndoAct>().Run(mai, 2)).Ok);

        var row = await community.Read(db => db.Members.SingleAsync(m => m.Id == ann.MemberId));
        Assert.Equal((community.Time.Now.AddHours(24), "spam, again"), (row.SuspendedUntil!.Value, row.SuspensionReason));
    }

    [Fact]
    public async Task A_reason_that_reads_like_an_undo_takes_nothing_back()
    {
        await using var community = await TestCommunity.Start();
        var mai = await community.Person("mai", Role.Moderator);
        var ann = await community.Person("ann");
        await community.Get<SuspendMember>().Run(mai, new(ann.MemberId!.Value, "spam", community.Time.Now.AddHours(24)));

        Assert.True((await community.Get<EndSuspension>().Run(mai, ann.MemberId.Value, "undo of #1")).Ok);

        var log = (await community.Get<ReadLog>().Run(mai, new ReadLog.Filter())).Value!.Items;
        Assert.Null(log[0].Undoes);
        Assert.Null(log[1].UndoneBy);
        Assert.Empty(await Verify(community));
    }

    [Fact]
    public async Task A_reason_that_reads_like_an_undo_opens_no_report_again()
    {
        await using var community = await TestCommunity.Start();
        var mai = await community.Person("mai", Role.Moderator);
        var ann = await community.Person("ann");
        var about = new ContentRef(ContentKind.Member, (await community.Person("taro")).MemberId!.Value);
        Assert.True((await community.Get<ReportContent>().Run(ann, new(Guid.NewGuid(), about, ReportReason.Spam, ""))).Ok);
        Assert.True((await community.Get<DeclineReports>().Run(mai, about, "fair words")).Ok);

        await Act(community, mai, "lock-topic", "undo of #1");

        Assert.Equal(ReportState.Declined, await community.Read(db => db.Reports.Select(r => r.State).SingleAsync()));
        Assert.True((await community.Get<UndoAct>().Run(mai, 1)).Ok);
        Assert.Equal(ReportState.Open, await community.Read(db => db.Reports.Select(r => r.State).SingleAsync()));
    }

    [Fact]
    public async Task What_has_no_opposite_or_is_not_there_is_not_taken_back()
    {
        await using var community = await TestCommunity.Start();
        var mai = await community.Person("mai", Role.Moderator);
        await Act(community, mai, "publish-document", "new rules");
        var undo = community.Get<UndoAct>();

        Assert.Equal("cannot-undo", (await undo.Run(mai, 1)).Problem!.Code);
        Assert.Equal(ProblemKind.NotFound, (await undo.Run(mai, 99)).Problem!.Kind);
        Assert.Equal(ProblemKind.Forbidden, (await undo.Run(await community.Person("bea", Role.Brand), 1)).Problem!.Kind);
    }

    private static Task Act(TestCommunity community, Actor by, string action, string reason) => community.Data.Write<Done>(db =>
    {
        db.Raise(new StaffActed(by.MemberId, action, Somewhere, null, reason));
        return Task.FromResult<Result<Done>>(Done.Yes);
    });

    private static async Task<IReadOnlyList<string>> Verify(TestCommunity community) =>
        await community.Read(db => community.All<IVerify>().Single(v => v.Name == "moderation-log").Check(db, default));

    private static Task Execute(TestCommunity community, string sql) => community.Database.Query(sql);
}
