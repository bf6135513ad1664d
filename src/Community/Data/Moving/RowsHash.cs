using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Community.Data.Moving;

/// <summary>
/// SHA-256 over stored values one after the other: each as <c>length:text</c> in UTF-8, a missing one as <c>-</c>. Times are
/// microseconds since 1970, bytes are hexadecimal; in text, what PostgreSQL does not hold is U+FFFD as it is there.
/// </summary>
internal sealed class RowsHash : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Add(object? value)
    {
        if (value is null)
        {
            hash.AppendData("-"u8);
            return;
        }

        // Half a character becomes U+FFFD in UTF-8 by itself.
        var text = Encoding.UTF8.GetBytes(Text(value));
        Span<byte> length = stackalloc byte[12];
        Utf8Formatter.TryFormat(text.Length, length, out var written);
        length[written++] = (byte)':';
        hash.AppendData(length[..written]);
        hash.AppendData(text);
    }

    public string Done() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public void Dispose() => hash.Dispose();

    private static string Text(object value) => value switch
    {
        string text => text.Replace('\0', '\uFFFD'),
        bool truth => truth ? "1" : "0",
        int or long => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTimeOffset time => ((time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        Guid id => id.ToString("D"),
        byte[] bytes => Convert.ToHexStringLower(bytes),
        _ => throw new NotSupportedException($"A column of {value.GetType()} has no text to compare by."),
    };
}
