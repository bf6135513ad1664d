using System.Threading.Channels;
using Community.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Community.Postgres;

/// <summary><c>NOTIFY</c> with the commit, <c>LISTEN</c> on a connection of its own.</summary>
internal static class PostgresSignals
{
    private const string Channel = "community";

    // A connection that died without a word is noticed within this time.
    private const int SecondsBetweenSigns = 1;

    public static Task Send(CommunityDb db, string text, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, {text})", cancel);

    public static async Task Listen(NpgsqlDataSource source, Func<Task> listening, Func<string, Task> heard, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        var signals = System.Threading.Channels.Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
        connection.Notification += (_, signal) => signals.Writer.TryWrite(signal.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection) { CommandTimeout = 5 })
            await listen.ExecuteNonQueryAsync(cancel);
        await listening();
        while (true)
        {
            while (signals.Reader.TryRead(out var signal))
                await heard(signal);
            if (!await connection.WaitAsync(TimeSpan.FromSeconds(SecondsBetweenSigns), cancel))
            {
                await using var sign = new NpgsqlCommand("SELECT 1", connection) { CommandTimeout = SecondsBetweenSigns };
                await sign.ExecuteNonQueryAsync(cancel);
            }
        }
    }
}
