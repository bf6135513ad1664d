using Microsoft.AspNetCore.Identity;

namespace Community.Members;

/// <summary>What a member signs in with. The same key as the member.</summary>
public sealed class Account : IdentityUser<long>
{
    /// <summary>The address that the member wants to change to, until the link sent there is followed.</summary>
    public string? PendingEmail { get; set; }

    public DateTimeOffset? LastSignInAt { get; set; }

    public static string NewStamp() => Guid.NewGuid().ToString("N");

    /// <summary>Ends every session; whoever asked for it is signed in again with the new stamp.</summary>
    public string EndSessions() => SecurityStamp = NewStamp();
}
