namespace Community.Members;

/// <summary>Failed tries of one address from one network. The key is a keyed hash, so the table names nobody.</summary>
public sealed class SignInGuard
{
    public required string Key { get; init; }

    public int Failures { get; set; }

    public required DateTimeOffset FirstAt { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }
}
