namespace Community.Discussions.Bookmarks;

/// <summary>A post that a member wants to find again, for a reason of their own. Nobody else ever sees it.</summary>
public sealed class Bookmark
{
    public required long Id { get; init; }

    public required long MemberId { get; init; }

    public required long PostId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string Note { get; set; } = "";

    /// <summary>As the member chose it, in their own calendar.</summary>
    public DateOnly? RemindOn { get; private set; }

    public DateTimeOffset? RemindAt { get; private set; }

    /// <summary>When the reminder was dealt with; it is once.</summary>
    public DateTimeOffset? RemindedAt { get; set; }

    public void Remind(DateOnly? on, DateTimeOffset? at)
    {
        if (RemindAt != at)
            RemindedAt = null;
        (RemindOn, RemindAt) = (on, at);
    }
}
