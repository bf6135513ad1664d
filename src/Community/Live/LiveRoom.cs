namespace Community.Live;

/// <summary>The members of one discussion. Whoever calls holds the gate.</summary>
internal sealed class LiveRoom(Action tell, Action settle, TimeProvider time, LiveLimits limits)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly OrderedDictionary<long, Visit> here = [];
    private readonly OrderedDictionary<long, DateTimeOffset> writing = [];
    private ITimer? over;
    private DateTimeOffset toldAt = DateTimeOffset.MinValue;
    private bool owes;
    private ITimer? later;

    public bool IsEmpty => here.Count == 0;

    public Visit Arrive(long member)
    {
        if (!here.TryGetValue(member, out var visit))
        {
            here[member] = visit = new Visit();
            Tell();
        }

        visit.Pages++;
        return visit;
    }

    /// <summary>One page of a visit is closed; whose member was forgotten meanwhile, or came anew, takes nobody with it.</summary>
    public void Leave(long member, Visit visit)
    {
        if (--visit.Pages == 0 && here.GetValueOrDefault(member) == visit)
            Forget(member);
    }

    public void Forget(long member)
    {
        if (!here.Remove(member))
            return;
        writing.Remove(member);
        Tell();
        if (!IsEmpty)
            return;
        over?.Dispose();
        over = null;
        if (!owes)
            Later(Pause);
    }

    public void Write(long member)
    {
        if (!here.ContainsKey(member))
            return;
        Forget();
        var isNews = !writing.ContainsKey(member);
        writing[member] = time.GetUtcNow() + TimeSpan.FromSeconds(limits.SecondsOfWriting);
        Watch();
        if (isNews)
            Tell();
    }

    /// <summary>The member does not write any more.</summary>
    public void Stop(long member)
    {
        if (writing.Remove(member))
            Tell();
    }

    public Present Now()
    {
        Forget();
        return new Present([.. here.Keys], [.. writing.Keys]);
    }

    private void Forget()
    {
        var now = time.GetUtcNow();
        foreach (var member in writing.Where(one => one.Value <= now).Select(one => one.Key).ToList())
            writing.Remove(member);
    }

    /// <summary>Says so when the next of them has stopped.</summary>
    private void Watch()
    {
        over ??= time.CreateTimer(_ => tell(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        over.Change(TimeSpan.FromSeconds(limits.SecondsOfWriting), Timeout.InfiniteTimeSpan);
    }

    /// <summary>A second after somebody was told: says what has happened since.</summary>
    public void Settle()
    {
        if (!owes)
            return;
        owes = false;
        toldAt = time.GetUtcNow();
        tell();
    }

    /// <summary>
    /// At once, and what happens within the next second at its end: whoever comes and goes must not set every open page asking.
    /// </summary>
    private void Tell()
    {
        var now = time.GetUtcNow();
        if (owes)
            return;
        if (now < toldAt + Pause)
        {
            owes = true;
            Later(toldAt + Pause - now);
            return;
        }

        toldAt = now;
        tell();
    }

    private void Later(TimeSpan wait)
    {
        later ??= time.CreateTimer(_ => settle(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        later.Change(wait, Timeout.InfiniteTimeSpan);
    }

    /// <summary>From a member's first open page to the last.</summary>
    internal sealed class Visit
    {
        public int Pages { get; set; }
    }
}
