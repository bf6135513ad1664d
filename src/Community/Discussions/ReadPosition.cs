namespace Community.Discussions;

/// <summary>The highest post number that a member has read in a discussion; only ever moved up.</summary>
public sealed class ReadPosition
{
    public required long MemberId { get; init; }

    public required long DiscussionId { get; init; }

    public int Number { get; set; }

    /// <summary>Where the member was when the visit began that this position belongs to; 0 for the first one.</summary>
    public int Since { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Moves up to what was read. A move soon after the one before belongs to the same visit.</summary>
    public void MoveTo(int number, DateTimeOffset now, TimeSpan visit)
    {
        if (number <= Number)
            return;
        if (Since == 0 || now - At >= visit)
            Since = Number;
        (Number, At) = (number, now);
    }

    /// <summary>Moves up to the member's own post, to which all before it was read. What one writes oneself is never new: a line that would stand before it stands after it.</summary>
    public void MoveToOwn(int number, DateTimeOffset now, TimeSpan visit)
    {
        if (number <= Number)
            return;
        if (Since == 0 || Since == Number || now - At >= visit)
            Since = number;
        (Number, At) = (number, now);
    }

    /// <summary>The number that the line "new since your last visit" stands before.</summary>
    public static int NewFrom(int number, int since, DateTimeOffset at, DateTimeOffset now, TimeSpan visit) =>
        1 + (since > 0 && now - at < visit ? since : number);
}
