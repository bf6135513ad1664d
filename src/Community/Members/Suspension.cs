using System.Globalization;

namespace Community.Members;

/// <summary>Until when a member only reads, and what they were told. As one line it stands in the log, for undoing.</summary>
public sealed record Suspension(DateTimeOffset Until, string Reason)
{
    public static Suspension? Of(Member member, DateTimeOffset now) =>
        member.IsSuspended(now) ? new(member.SuspendedUntil!.Value, member.SuspensionReason ?? "") : null;

    /// <summary>Reads what <see cref="ToString"/> wrote; null where it is something else.</summary>
    public static Suspension? Read(string? line)
    {
        var parts = line?.Split(' ', 2);
        return parts is [var until, var reason] && DateTimeOffset.TryParse(until, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end)
            ? new(end, reason)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Until.ToUniversalTime():yyyy-MM-ddTHH:mm:ssZ} {Reason}");
}
