namespace Community.Shared;

/// <summary>Who acts: a visitor, a member with what they may, or the system itself (imports, jobs).</summary>
public sealed record Actor
{
    // Ids are never negative.
    private const long NoMember = -1;

    public static readonly Actor Visitor = new() { Audiences = [Audience.Everyone] };

    public static readonly Actor System = new() { Role = Role.Owner, Audiences = Audience.All };

    public long? MemberId { get; init; }

    public string? Handle { get; init; }

    public Role Role { get; init; }

    public TrustLevel Trust { get; init; }

    public IReadOnlyList<string> Audiences { get; init; } = [Audience.Everyone];

    /// <summary>The end of a suspension that still runs; a suspended member reads and does nothing else.</summary>
    public DateTimeOffset? SuspendedUntil { get; init; }

    /// <summary>The address is not confirmed yet: reads, and can do nothing else.</summary>
    public bool IsUnconfirmed { get; init; }

    public bool IsMember => MemberId is not null;

    public bool IsStaff => Role != Role.Member;

    public bool IsModerator => Role is Role.Moderator or Role.Admin or Role.Owner;

    public bool IsAdmin => Role is Role.Admin or Role.Owner;

    public bool CanSee(string audience) => Audiences.Contains(audience);

    /// <summary>
    /// Anybody who may do the same, for what is the same for all of them. Null where somebody stands apart: the staff,
    /// the suspended, the unconfirmed.
    /// </summary>
    public Actor? Anybody() => !IsMember ? Visitor : IsStaff || SuspendedUntil is not null || IsUnconfirmed ? null : Of(NoMember, "", Role, Trust);

    public static Actor Of(long memberId, string handle, Role role, TrustLevel trust) => new()
    {
        MemberId = memberId,
        Handle = handle,
        Role = role,
        Trust = trust,
        Audiences = Audience.Of(role, trust),
    };
}
