using System.Threading.Channels;

namespace Community.Live;

/// <summary>
/// One receiver of a discussion's changes. It holds that there was one and nothing else: what it was is read by whoever
/// hears it, so a slow receiver costs no more than a quick one.
/// </summary>
public sealed class LiveWatch : IDisposable
{
    private readonly LiveFeed feed;
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    internal LiveWatch(LiveFeed feed, long discussionId)
    {
        this.feed = feed;
        DiscussionId = discussionId;
    }

    public long DiscussionId { get; }

    /// <summary>Waits until something has happened since the last call, to the discussion or to who may read it.</summary>
    public async Task Changed(CancellationToken cancel) => await bell.Reader.ReadAsync(cancel);

    public void Dispose() => feed.Leave(this);

    internal void Ring() => bell.Writer.TryWrite(true);
}
