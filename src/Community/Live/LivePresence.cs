using Community.Data;
using Community.Discussions.Contract;
using Community.Members.Contract;
using Microsoft.Extensions.Options;

namespace Community.Live;

/// <summary>
/// Which members have a discussion open, and which of them write in it. In memory only, and no more than there are open
/// streams: who has none is not here, and who is not here does not write.
/// </summary>
public sealed class LivePresence(LiveFeed feed, TimeProvider time, IOptions<LiveLimits> limits) : IAfterCommit<PresenceChosen>, IAfterCommit<PostWritten>
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, LiveRoom> rooms = [];

    // Who chose so since the process started: a page that was asked for before it may arrive after it.
    private readonly HashSet<long> hidden = [];

    /// <summary>The member has the discussion open until this is disposed.</summary>
    public IDisposable Arrive(long discussionId, long memberId)
    {
        var visit = new LiveRoom.Visit();
        lock (gate)
        {
            // A visit of no room.
            if (hidden.Contains(memberId))
                return new Stay(this, discussionId, memberId, visit);
            if (!rooms.TryGetValue(discussionId, out var room))
                rooms[discussionId] = room = new LiveRoom(() => feed.Tell(discussionId, LiveNews.People), () => Settle(discussionId), time, limits.Value);
            visit = room.Arrive(memberId);
        }

        return new Stay(this, discussionId, memberId, visit);
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

    /// <summary>Who does not want to be shown is forgotten wherever they are; who does is here again with the next page.</summary>
    public Task AfterCommit(PresenceChosen happened, CancellationToken cancel)
    {
        lock (gate)
        {
            if (!happened.IsHidden)
            {
                hidden.Remove(happened.MemberId);
                return Task.CompletedTask;
            }

            hidden.Add(happened.MemberId);
            foreach (var room in rooms.Values)
                room.Forget(happened.MemberId);
        }

        return Task.CompletedTask;
    }

    /// <summary>Whose post stands there does not write it any more.</summary>
    public Task AfterCommit(PostWritten happened, CancellationToken cancel)
    {
        lock (gate)
            rooms.GetValueOrDefault(happened.DiscussionId)?.Stop(happened.AuthorId);
        return Task.CompletedTask;
    }

    private void Leave(long discussionId, long memberId, LiveRoom.Visit visit)
    {
        lock (gate)
            rooms.GetValueOrDefault(discussionId)?.Leave(memberId, visit);
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

    private sealed class Stay(LivePresence presence, long discussionId, long memberId, LiveRoom.Visit visit) : IDisposable
    {
        private int isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isOver, 1) == 0)
                presence.Leave(discussionId, memberId, visit);
        }
    }
}
