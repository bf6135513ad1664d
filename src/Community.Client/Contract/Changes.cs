namespace Community.Client;

/// <summary>What has changed in a discussion since a change number.</summary>
public sealed record Changes
{
    /// <summary>Up to which change this is all; the next call's <c>after</c>.</summary>
    public required long ChangeNumber { get; init; }

    /// <summary>Posts that are new or have changed, as they are by now, in order of their numbers, tombstones among them. Empty where only the topic changed.</summary>
    public required IReadOnlyList<Post> Posts { get; init; }

    /// <summary>Numbers of posts that were there before and that the token's member sees nothing of any more, until they are let through again.</summary>
    public required IReadOnlyList<int> AbsentNumbers { get; init; }

    /// <summary>Whether later changes wait to be asked for.</summary>
    public required bool HasMore { get; init; }
}
