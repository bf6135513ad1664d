using System.Text.Json.Serialization;

namespace Community.Client;

/// <summary>What a member has earned so far.</summary>
[JsonConverter(typeof(OpenEnum<TrustLevel>))]
public enum TrustLevel
{
    /// <summary>Not known to this version of the client.</summary>
    Unknown,

    /// <summary>Writes, within narrow limits.</summary>
    New,

    /// <summary>Is known to the community.</summary>
    Member,
}

/// <summary>A person's own page.</summary>
public sealed record Member
{
    /// <summary>Who it is.</summary>
    public required Person Person { get; init; }

    /// <summary>Plain text; may be empty.</summary>
    public required string Bio { get; init; }

    /// <summary>What they have earned so far.</summary>
    public required TrustLevel Trust { get; init; }

    /// <summary>When they came.</summary>
    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>Until when they can only read; null where they are not suspended.</summary>
    public required DateTimeOffset? SuspendedUntil { get; init; }

    /// <summary>Posts that everybody may read, openings of topics included.</summary>
    public required int PostCount { get; init; }

    /// <summary>Topics that everybody may read.</summary>
    public required int TopicCount { get; init; }

    /// <summary>Reactions to those posts.</summary>
    public required int ReactionCount { get; init; }
}

/// <summary>A member as the staff finds them.</summary>
public sealed record StaffMember
{
    /// <summary>Who it is.</summary>
    public required Person Person { get; init; }

    /// <summary>What they have earned so far.</summary>
    public required TrustLevel Trust { get; init; }

    /// <summary>When they came.</summary>
    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>When they were here last, where that is known.</summary>
    public required DateTimeOffset? LastSeenAt { get; init; }

    /// <summary>Visible posts, wherever they stand.</summary>
    public required int PostCount { get; init; }

    /// <summary>Until when they can only read.</summary>
    public required DateTimeOffset? SuspendedUntil { get; init; }

    /// <summary>Why, as the member is told.</summary>
    public required string? SuspensionReason { get; init; }

    /// <summary>For administrators only.</summary>
    public required string? Email { get; init; }
}

/// <summary>Which members a list for the staff holds.</summary>
public enum MemberFilter
{
    /// <summary>Everybody.</summary>
    Everybody,

    /// <summary>Those who can only read for now.</summary>
    Suspended,

    /// <summary>Everybody with a role.</summary>
    Staff,
}

/// <summary>Lets a member only read for a time.</summary>
/// <param name="Until">The end, in the future.</param>
/// <param name="Reason">Shown to the member and kept in the log.</param>
public sealed record Suspension(DateTimeOffset Until, string Reason);

/// <summary>Gives a member another role.</summary>
/// <param name="Role">The wanted one.</param>
/// <param name="Reason">For the log.</param>
public sealed record RoleChange(Role Role, string Reason);
