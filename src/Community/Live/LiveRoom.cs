namespace Community.Live;

/// <summary>The members of one discussion. Whoever calls holds the gate.</summary>
internal sealed class LiveRoom(Action tell, TimeProvider time, LiveLimits limits)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly OrderedDictionary<long, int> here = [];
    private readonly OrderedDictionary<long, DateTimeOffset> writing = [];
    private ITimer? over;

    // In the time to come, where it is settled already.
    private DateTimeOffset toldAt = DateTimeOffset.MinValue;
    private ITimer? later;

    public void Arrive(long member)
    {
        here[member] = here.GetValueOrDefault(member) + 1;
        if (here[member] == 1)
            Tell();
    }

    /// <returns>Whether nobody is left.</returns>
    public bool Leave(long member)
    {
        if (--here[member] > 0)
            return false;
        here.Remove(member);
        writing.Remove(member);
        Tell();
        if (here.Count > 0)
            return false;
        over?.Dispose();
        later?.Dispose();
        return true;
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

    /// <summary>
    /// At once, and what happens within the next second at its end: whoever comes and goes must not set every open page asking.
    /// </summary>
    private void Tell()
    {
        var now = time.GetUtcNow();
        if (now >= toldAt + Pause)
        {
            toldAt = now;
            tell();
        }
        else if (now >= toldAt)
        {
            toldAt += Pause;
            later ??= time.CreateTimer(_ => tell(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            later.Change(toldAt - now, Timeout.InfiniteTimeSpan);
        }
    }
}
