using System.Threading.Channels;

namespace Community.Live;

/// <summary>
/// One receiver of a discussion's news. It holds which kinds there were and nothing else: what it was is read by whoever
/// hears it, so a slow receiver costs no more than a quick one.
/// </summary>
public sealed class LiveWatch : IDisposable
{
    private readonly LiveFeed feed;
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private int news;

    internal LiveWatch(LiveFeed feed, long discussionId)
    {
        this.feed = feed;
        DiscussionId = discussionId;
    }

    public long DiscussionId { get; }

    /// <summary>Waits until something has happened since the last call.</summary>
    public async Task<LiveNews> Next(CancellationToken cancel)
    {
        await bell.Reader.ReadAsync(cancel);
        return (LiveNews)Interlocked.Exchange(ref news, 0);
    }

    public void Dispose() => feed.Leave(this);

    internal void Ring(LiveNews happened)
    {
        Interlocked.Or(ref news, (int)happened);
        bell.Writer.TryWrite(true);
    }
}
