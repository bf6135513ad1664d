using System.Globalization;

namespace Community.Moderation;

/// <summary>The reason of an act that takes another back; it carries the number of that entry through any capability.</summary>
public static class UndoReason
{
    private const string Prefix = "undo of #";

    public static string Of(long sequence) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{sequence}");

    /// <summary>The entry that an act with this reason takes back; null where it takes back none.</summary>
    public static long? Read(string? reason) =>
        reason is not null && reason.StartsWith(Prefix, StringComparison.Ordinal)
        && long.TryParse(reason.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? sequence
            : null;
}
