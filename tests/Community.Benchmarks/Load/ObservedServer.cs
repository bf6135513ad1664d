using System.Collections.Concurrent;
using Community.Data;
using Community.Discussions.Contract;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Benchmarks.Load;

/// <summary>The app as it is, and beside it when each change of a discussion was committed.</summary>
internal static class ObservedServer
{
    public const string Commits = "/measured/commits";

    public static async Task Run(string[] settings)
    {
        var commits = new CommitTimes();
        await using var app = CommunityApp.Build(["--applicationName", "Community.Web", .. settings], builder => builder.Services.AddSingleton<IAfterCommit<DiscussionChanged>>(commits));
        app.MapGet(Commits, () => string.Join('\n', commits.Taken()));
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
