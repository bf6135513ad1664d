using System.ComponentModel.DataAnnotations;

namespace Community.Members;

/// <summary>The keys of <c>Community:Limits</c> that guard the doors of the community.</summary>
public sealed class AccountLimits
{
    public const string Section = "Community:Limits";

    /// <summary>A wider network may hold an office or a campus: it has so many times the limit of one network.</summary>
    public const int WiderTimes = 5;

    /// <summary>So long a network counts as the member's own after the right password came from there.</summary>
    public static readonly TimeSpan KnownFor = TimeSpan.FromDays(30);

    /// <summary>Wrong passwords for one address from one network before that pair has to wait.</summary>
    [Range(1, 1_000_000)]
    public int SignInTries { get; set; } = 5;

    /// <summary>Wrong passwords for one address from all networks together before those that it is not known from have to wait.</summary>
    [Range(1, 1_000_000)]
    public int SignInTriesPerAccount { get; set; } = 50;

    [Range(1, 10_080)]
    public int LockOutMinutes { get; set; } = 60;

    /// <summary>Sign-in forms that one network may send, whatever the address.</summary>
    [Range(1, 1_000_000)]
    public int SignInsPerMinute { get; set; } = 6;

    [Range(1, 1_000_000)]
    public int SignInsPerHour { get; set; } = 30;

    [Range(1, 1_000_000)]
    public int RegistrationsPerHour { get; set; } = 10;

    /// <summary>Forms that make us send a mail (forgotten password, confirmation once more), for one network.</summary>
    [Range(1, 1_000_000)]
    public int MailRequestsPerHour { get; set; } = 6;

    /// <summary>Mails that strangers can make us send to one address, from wherever they ask.</summary>
    [Range(1, 1_000_000)]
    public int MailsPerAddressPerHour { get; set; } = 6;

    public TimeSpan LockOut => TimeSpan.FromMinutes(LockOutMinutes);
}
