namespace Community.Forums.Reading;

/// <summary>"All read": what was written up to here in a forum, or anywhere, counts as read by the member, whatever they opened.</summary>
public sealed class ReadMark
{
    /// <summary>In place of a forum's id.</summary>
    public const long Everywhere = 0;

    public required long MemberId { get; init; }

    public required long ForumId { get; init; }

    /// <summary>Ids rise with time: posts up to this one are read.</summary>
    public long UpTo { get; set; }

    /// <summary>What stood there before, to be taken back.</summary>
    public long Before { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>A second click soon after the first must not make the first one final.</summary>
    public void Raise(long upTo, DateTimeOffset now, TimeSpan undo)
    {
        if (!CanUndo(now, undo))
            Before = UpTo;
        (UpTo, At) = (upTo, now);
    }

    public void Undo() => (UpTo, At) = (Before, default);

    public bool CanUndo(DateTimeOffset now, TimeSpan undo) => At != default && now - At <= undo;
}
