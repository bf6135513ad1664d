using Microsoft.Extensions.Options;

namespace Community.Live;

/// <summary>
/// Which members have a discussion open, and which of them write in it. In memory only, and no more than there are open
/// streams: who has none is not here, and who is not here does not write.
/// </summary>
public sealed class LivePresence(LiveFeed feed, TimeProvider time, IOptions<LiveLimits> limits)
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, LiveRoom> rooms = [];

    /// <summary>The member has the discussion open until this is disposed.</summary>
    public IDisposable Arrive(long discussionId, long memberId)
    {
        lock (gate)
        {
            if (!rooms.TryGetValue(discussionId, out var room))
                rooms[discussionId] = room = new LiveRoom(() => feed.Tell(discussionId, LiveNews.People), () => Settle(discussionId), time, limits.Value);
            room.Arrive(memberId);
        }

        return new Stay(this, discussionId, memberId);
    }

    /// <summary>The member writes, and is taken to do so for a while from now.</summary>
    public void Writes(long discussionId, long memberId)
    {
        lock (gate)
            rooms.GetValueOrDefault(discussionId)?.Write(memberId);
    }

    /// <summary>Who is here, in the order in which they came, and who writes, in the order in which they began.</summary>
    public Present Of(long discussionId)
    {
        lock (gate)
            return rooms.GetValueOrDefault(discussionId)?.Now() ?? Present.Nobody;
    }

    private void Leave(long discussionId, long memberId)
    {
        lock (gate)
        {
            rooms.GetValueOrDefault(discussionId)?.Leave(memberId);
        }
    }

    /// <summary>A room that everybody left stays until those who look in were told.</summary>
    private void Settle(long discussionId)
    {
        lock (gate)
        {
            if (!rooms.TryGetValue(discussionId, out var room))
                return;
            room.Settle();
            if (room.IsEmpty)
                rooms.Remove(discussionId);
        }
    }

    private sealed class Stay(LivePresence presence, long discussionId, long memberId) : IDisposable
    {
        private int isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isOver, 1) == 0)
                presence.Leave(discussionId, memberId);
        }
    }
}
