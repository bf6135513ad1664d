using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Community.Benchmarks.Load;

/// <summary>A live thread in a copy of the seeded community, and a server for it in which nobody has to wait between posts.</summary>
internal sealed class LiveTopic : IAsyncDisposable
{
    public const int Number = 7;

    private static readonly string[] Settings =
    [
        "--Community:RequestLimits:ApiPerMinute=1000000", "--Community:Limits:PostInterval=00:00:00", "--Community:Limits:DuplicateWindow=00:00:00",
        "--Community:Live:StreamsPerReader=100000", "--Community:Live:Streams=100000", "--Community:RequestLimits:ChangesPerMinute=1000000", "--Community:Islands:PerMember=1000",
    ];

    private readonly string folder;

    private LiveTopic(string folder, long id, IReadOnlyList<string> tokens, ServerProcess server) => (this.folder, Id, Tokens, Server) = (folder, id, tokens, server);

    public long Id { get; }

    public IReadOnlyList<string> Tokens { get; }

    public ServerProcess Server { get; }

    /// <param name="isObserved">Whether the server says when it committed what.</param>
    public static async Task<LiveTopic> Start(string email, string password, bool isObserved = false)
    {
        var folder = Directory.CreateTempSubdirectory("community-live-").FullName;
        foreach (var file in Directory.GetFiles(await SeededCommunity.Make(2_000, 10_000)))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        await SeededCommunity.WithAccount(folder, 1, email, password);
        await SeededCommunity.WithSessions(folder);
        var tokens = await Writers.Tokens(folder);
        await using var services = SeededCommunity.Services(folder);
        await using var db = await SeededCommunity.Context(services);
        await db.Topics.Where(t => t.Number == Number).ExecuteUpdateAsync(t => t.SetProperty(x => x.IsLive, true));
        var id = await db.Topics.Where(t => t.Number == Number).Select(t => t.Id).SingleAsync();
        return new LiveTopic(folder, id, tokens, await (isObserved ? ServerProcess.Observed(folder, Settings) : ServerProcess.Community(folder, Settings)));
    }

    /// <summary>How far the discussion is by now.</summary>
    public async Task<(long Change, int Last)> Standing()
    {
        await using var services = SeededCommunity.Services(folder);
        await using var db = await SeededCommunity.Context(services);
        var found = await db.Discussions.Where(d => d.Id == Id).Select(d => new { d.ChangeNumber, d.LastNumber }).SingleAsync();
        return (found.ChangeNumber, found.LastNumber);
    }

    /// <summary>The posts after a number: their change numbers and when they were committed, since the last call.</summary>
    public async Task<List<(int Number, long Change, long At)>> PostsAfter(int number)
    {
        using var http = new HttpClient { BaseAddress = Server.Address };
        var commits = (await http.GetStringAsync(ObservedServer.Commits)).Split('\n').Select(at => long.Parse(at, CultureInfo.InvariantCulture)).ToList();
        await using var services = SeededCommunity.Services(folder);
        await using var db = await SeededCommunity.Context(services);
        var posts = await db.Posts.Where(p => p.DiscussionId == Id && p.Number > number).OrderBy(p => p.Number).Select(p => new { p.Number, p.ChangeNumber }).ToListAsync();
        return posts.Count == commits.Count
            ? [.. posts.Zip(commits, (post, at) => (post.Number, post.ChangeNumber, at))]
            : throw new InvalidOperationException($"{posts.Count} replies are there and {commits.Count} commits.");
    }

    /// <summary>So many readers who have the newest page open.</summary>
    /// <param name="areMembers">Whether they are signed in; each member has as many pages open as it takes.</param>
    public async Task<List<PageReader>> Readers(int count, bool areMembers = false, int receives = 0)
    {
        var (change, last) = await Standing();
        using var http = new HttpClient { BaseAddress = Server.Address };
        var sessions = areMembers ? (await http.GetStringAsync(ObservedServer.Sessions)).Split('\n') : null;
        var readers = new List<PageReader>();
        for (var n = 0; n < count; n++)
            readers.Add(await PageReader.Open(Server.Address, Id, Number, change, ((last - 1) / 20) + 1, sessions?[n % sessions.Length], receives));
        return readers;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
