namespace Community.Client;

/// <summary>How far a member has read.</summary>
/// <param name="Number">The number of the last post that was read.</param>
public sealed record ReadUpTo(int Number);

/// <summary>Where a member is in a topic.</summary>
public sealed record ReadPosition
{
    /// <summary>The number up to which they have read, "all read" included; null where they were never here.</summary>
    public required int? ReadUpTo { get; init; }

    /// <summary>How many posts came after it; all of them where the member was never here.</summary>
    public required int UnreadPosts { get; init; }

    /// <summary>The number to go on from; null where everything is read.</summary>
    public required int? FirstUnread { get; init; }

    /// <summary>The number of the last post that can be read.</summary>
    public required int LastNumber { get; init; }
}
