using System.Collections.Concurrent;
using Community.Data;
using Community.Discussions.Contract;
using Community.Testing;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Benchmarks.Load;

/// <summary>The app as it is, and beside it when each change of a discussion was committed and the cookies of all members.</summary>
internal static class ObservedServer
{
    public const string Commits = "/measured/commits";
    public const string Sessions = "/measured/sessions";

    public static async Task Run(string[] settings)
    {
        var commits = new CommitTimes();
        await using var app = CommunityApp.Build(["--applicationName", "Community.Web", .. settings], builder => builder.Services.AddSingleton<IAfterCommit<DiscussionChanged>>(commits));
        app.MapGet(Commits, () => string.Join('\n', commits.Taken()));
        app.MapGet(Sessions, async (CommunityData data) =>
        {
            var accounts = await data.Read(db => db.Accounts.Select(a => new { a.Id, a.SecurityStamp }).ToListAsync());
            return string.Join('\n', accounts.Select(a => $"{SessionCookie.Name}={SessionCookie.Of(app.Services, a.Id, a.SecurityStamp!)}"));
        });
        await app.PrepareAsync();
        await app.RunAsync();
    }

    /// <summary>Registered before all others, so that it hears first.</summary>
    private sealed class CommitTimes : IAfterCommit<DiscussionChanged>
    {
        private readonly ConcurrentQueue<long> ticks = new();

        public Task AfterCommit(DiscussionChanged happened, CancellationToken cancel)
        {
            ticks.Enqueue(TimeProvider.System.GetUtcNow().UtcTicks);
            return Task.CompletedTask;
        }

        /// <summary>The times since the last call, in the order of the commits.</summary>
        public IEnumerable<long> Taken()
        {
            while (ticks.TryDequeue(out var at))
                yield return at;
        }
    }
}
