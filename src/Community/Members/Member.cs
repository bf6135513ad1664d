using Community.Data;
using Community.Shared;

namespace Community.Members;

public enum MemberState
{
    Active,

    /// <summary>Came with an import and has no account; can be claimed.</summary>
    Imported,

    /// <summary>Came with an import and stands for people whom the source does not tell apart: nobody's to claim.</summary>
    Anonymous,
    Erased,
}

public enum Theme
{
    System,
    Light,
    Dark,
}

/// <summary>A person as others see them. Who can sign in has an <see cref="Account"/> with the same id.</summary>
public sealed class Member : Entity
{
    public required string Handle { get; set; }

    /// <summary>The handle without case and look-alikes; unique.</summary>
    public required string HandleKey { get; set; }

    public required string DisplayName { get; set; }

    public string Bio { get; set; } = "";

    public Role Role { get; set; }

    public TrustLevel Trust { get; set; }

    public MemberState State { get; set; }

    /// <summary>The interface's language, or null to follow the browser.</summary>
    public string? Language { get; set; }

    /// <summary>IANA name, or null to follow the browser.</summary>
    public string? TimeZone { get; set; }

    public Theme Theme { get; set; }

    /// <summary>Others are not shown that the member is here or writes.</summary>
    public bool HidesPresence { get; set; }

    public required DateTimeOffset JoinedAt { get; init; }

    public DateTimeOffset? LastSeenAt { get; set; }

    public DateTimeOffset? SuspendedUntil { get; set; }

    /// <summary>Shown to the member.</summary>
    public string? SuspensionReason { get; set; }

    /// <summary>Once a moderator let a first post through, later ones do not wait.</summary>
    public DateTimeOffset? FirstPostApprovedAt { get; set; }

    /// <summary>Visible posts, the openings of topics included.</summary>
    public int PostCount { get; set; }

    public int TopicCount { get; set; }

    /// <summary>Reactions to this member's posts, those without a person included.</summary>
    public int ReactionsReceived { get; set; }

    public bool IsSuspended(DateTimeOffset now) => SuspendedUntil > now;

    /// <summary>Leaves a number that others' words refer to, and nothing about the person.</summary>
    public void BecomeFormer(string handle)
    {
        (Handle, HandleKey, DisplayName, Bio) = (handle, Shared.HandleSkeleton.Of(handle), handle, "");
        (Role, Trust, State) = (Role.Member, TrustLevel.New, MemberState.Erased);
        (Language, TimeZone, Theme) = (null, null, Theme.System);
        HidesPresence = false;
        (LastSeenAt, SuspendedUntil, SuspensionReason, FirstPostApprovedAt) = (null, null, null, null);
    }

    public void Happened(IEvent happened) => Raise(happened);
}
