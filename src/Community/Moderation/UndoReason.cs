using System.Globalization;

namespace Community.Moderation;

/// <summary>What stands as the reason of an act that takes another back. For reading alone: see <see cref="Undoing"/>.</summary>
public static class UndoReason
{
    public static string Of(long sequence) => string.Create(CultureInfo.InvariantCulture, $"undo of #{sequence}");
}
