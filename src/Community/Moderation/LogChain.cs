using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Community.Moderation;

/// <summary>
/// How entries are tied together. A field is its length in UTF-8 bytes, a colon and the bytes, or <c>-</c> where it is
/// null, so that no two rows give the same text. The first entry follows the empty hash.
/// </summary>
public static class LogChain
{
    public static string PayloadHash(LogPayload payload) => Sha256(
        payload.Salt, Text(payload.ActorId), Text(payload.MemberId), payload.Reason, payload.Before, payload.After);

    /// <param name="previous">The hash of the entry before; empty for the first.</param>
    public static string Hash(string previous, LogEntry entry) => Sha256(
        previous, Text(entry.Sequence), Text(entry.At.ToUnixTimeMicroseconds()), entry.Action, entry.SubjectKind.ToString(),
        Text(entry.SubjectId), Text(entry.Undoes), entry.PayloadHash);

    private static long ToUnixTimeMicroseconds(this DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Sha256(params ReadOnlySpan<string?> fields)
    {
        var text = new StringBuilder();
        foreach (var field in fields)
        {
            if (field is null)
                text.Append('-');
            else
                text.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:{field}");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
