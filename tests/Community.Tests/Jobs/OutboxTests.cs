using System.Globalization;
using Community.Data;
using Community.Jobs;
using Community.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Community.Tests.Jobs;

public sealed class OutboxTests
{
    private readonly List<string> sent = [];
    private Func<OutboxMessage, Exception?> fails = _ => null;

    [Fact]
    public async Task What_was_sent_is_not_sent_again_and_what_it_said_is_forgotten()
    {
        await using var community = await TestCommunity.Start();
        await Queue(community, (1, "ann"), (2, "ben"));

        await SendAll(community);
        await SendAll(community);

        Assert.Equal(["ann 1", "ben 2"], sent);
        Assert.All(await Rows(community), m => Assert.True(m.SentAt is not null && m.Payload.Length == 0));
    }

    [Fact]
    public async Task A_failure_holds_back_its_own_recipient_and_keeps_the_order()
    {
        await using var community = await TestCommunity.Start();
        await Queue(community, (1, "ann"), (2, "ben"), (3, "ann"));
        fails = m => m.Id == 1 && sent.Count < 2 ? new IOException("no line") : null;

        await SendAll(community);
        Assert.Equal(["ben 2"], sent);
        fails = _ => null;
        community.Time.Pass(TimeSpan.FromSeconds(59));
        await SendAll(community);
        Assert.Equal(["ben 2"], sent);
        community.Time.Pass(TimeSpan.FromSeconds(1));
        await SendAll(community);

        Assert.Equal(["ben 2", "ann 1", "ann 3"], sent);
    }

    [Fact]
    public async Task Waits_double_until_they_are_six_hours_and_after_fifteen_tries_it_is_given_up()
    {
        await using var community = await TestCommunity.Start();
        await Queue(community, (1, "ann"), (2, "ann"));
        fails = m => m.Id == 1 ? new IOException("no line") : null;

        for (var i = 0; i < OutboxLimits.MaxTries; i++)
        {
            await SendAll(community);
            community.Time.Pass(OutboxLimits.LongestWait);
        }

        var first = (await Rows(community))[0];
        Assert.Equal((OutboxLimits.MaxTries, "no line", ""), (first.Attempts, first.LastError, first.Payload));
        Assert.NotNull(first.FailedAt);
        await SendAll(community);
        Assert.Equal(["ann 2"], sent);
        Assert.Equal([1, 2, 4, 8], Enumerable.Range(1, 4).Select(n => OutboxLimits.WaitAfter(n).TotalMinutes));
        Assert.Equal(OutboxLimits.LongestWait, OutboxLimits.WaitAfter(14));
    }

    [Fact]
    public async Task What_can_never_arrive_is_given_up_at_once()
    {
        await using var community = await TestCommunity.Start();
        await Queue(community, (1, "ann"));
        fails = _ => new UndeliverableException("nobody there");

        await SendAll(community);

        Assert.NotNull((await Rows(community))[0].FailedAt);
    }

    [Fact]
    public async Task Two_processes_send_each_message_once_and_a_recipients_in_order()
    {
        await using var community = await TestCommunity.Start();
        await using var second = community.Beside();
        await Queue(community, [.. Enumerable.Range(1, 60).Select(n => ((long)n, $"person {n % 7}"))]);

        await Task.WhenAll(SendAll(community), SendAll(second));
        await SendAll(community);

        Assert.Equal(Enumerable.Range(1, 60), sent.Select(line => int.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture)).Order());
        Assert.All(sent.GroupBy(line => line.Split(' ')[1]), one => Assert.Equal(one.OrderBy(line => int.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture)), one));
    }

    [Fact]
    public async Task What_somebody_else_is_sending_is_sent_again_only_when_they_must_have_stopped()
    {
        await using var community = await TestCommunity.Start();
        await Queue(community, (1, "ann"));
        var taken = new TaskCompletionSource();
        var dies = new SendDueMessages(community.Data, community.Time, [new OutboxChannel("test", (_, stopping) =>
        {
            taken.SetResult();
            return Task.Delay(Timeout.Infinite, stopping);
        })], NullLogger<SendDueMessages>.Instance);
        using var killed = new CancellationTokenSource();
        var dying = dies.Run(killed.Token);
        await taken.Task;

        await SendAll(community);
        Assert.Empty(sent);
        await killed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dying);
        community.Time.Pass(OutboxLimits.Lease);
        await SendAll(community);

        Assert.Equal(["ann 1"], sent);
    }

    [Fact]
    public async Task What_a_slow_server_leaves_over_is_sent_once_when_it_is_due_again()
    {
        await using var community = await TestCommunity.Start();
        await Queue(community, (1, "ann"), (2, "ben"), (3, "cid"));
        fails = _ =>
        {
            community.Time.Pass(TimeSpan.FromMinutes(3));
            return null;
        };

        await SendAll(community);
        Assert.Equal(["ann 1"], sent);
        fails = _ => null;
        community.Time.Pass(TimeSpan.FromMinutes(2));
        await SendAll(community);

        Assert.Equal(["ann 1", "ben 2", "cid 3"], sent);
    }

    [Fact]
    public async Task What_was_for_somebody_who_is_erased_meanwhile_is_not_sent()
    {
        await using var community = await TestCommunity.Start();
        await Queue(community, (1, "ann"), (2, "ben"));
        var send = new SendDueMessages(community.Data, community.Time, [new OutboxChannel("test", async (message, _) =>
        {
            sent.Add($"{message.Recipient} {message.Id}");
            await community.Change(db => db.Outbox.Where(m => m.Recipient == "ben").ExecuteDeleteAsync());
        })], NullLogger<SendDueMessages>.Instance);

        await send.Run(default);

        Assert.Equal(["ann 1"], sent);
    }

    [Fact]
    public async Task After_ninety_days_it_is_forgotten()
    {
        await using var community = await TestCommunity.Start();
        await Queue(community, (1, "ann"));
        await SendAll(community);
        community.Time.Pass(OutboxLimits.Kept + TimeSpan.FromHours(1));
        await Queue(community, (2, "ann"));

        await community.Get<ForgetSentMessages>().Run(default);

        Assert.Equal(2, Assert.Single(await Rows(community)).Id);
    }

    private static Task Queue(TestCommunity community, params (long Id, string To)[] messages) => community.Arrange(db => db.Outbox.AddRange(messages.Select(m =>
        new OutboxMessage { Id = m.Id, Channel = "test", Recipient = m.To, Payload = "hello", CreatedAt = community.Time.Now, DueAt = community.Time.Now })));

    private static Task<List<OutboxMessage>> Rows(TestCommunity community) => community.Read(db => db.Outbox.OrderBy(m => m.Id).ToListAsync());

    private async Task SendAll(TestCommunity community)
    {
        var channel = new OutboxChannel("test", (message, _) =>
        {
            if (fails(message) is { } failure)
                return Task.FromException(failure);
            lock (sent)
                sent.Add($"{message.Recipient} {message.Id}");
            return Task.CompletedTask;
        });
        var act = new SendDueMessages(community.Data, community.Time, [channel], NullLogger<SendDueMessages>.Instance);
        while (await act.Run(default) > 0)
        {
        }
    }
}
