using System.Buffers.Binary;
using System.Buffers.Text;

namespace Community.Shared;

/// <summary>The last row of a page by what its list is ordered by: a key, where there is one, and the id that breaks ties.</summary>
public readonly record struct Cursor(long? Key, long Id)
{
    private const int Short = 8;
    private const int Long = 16;

    public static Cursor Of(DateTimeOffset key, long id) => new(key.UtcTicks, id);

    public static Cursor Of(double? key, long id) => new(key is { } number ? BitConverter.DoubleToInt64Bits(number) : null, id);

    /// <summary>The key as a time; ticks out of a hand-written cursor are held to what a time can be.</summary>
    public DateTimeOffset Time => new(Math.Clamp(Key ?? 0, 0, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero);

    /// <summary>The key as a number; null for what a hand-written cursor has that is none, which no database compares.</summary>
    public double? Number => Key is { } bits && BitConverter.Int64BitsToDouble(bits) is var number && !double.IsNaN(number) ? number : null;

    /// <summary>Reads what <see cref="ToString"/> wrote; null where it is something else.</summary>
    public static Cursor? Read(string? text)
    {
        Span<byte> bytes = stackalloc byte[Long];
        // Asked first, because decoding throws where it finds another letter.
        if (!Base64Url.IsValid(text, out var length) || length > Long)
            return null;
        Base64Url.DecodeFromChars(text, bytes);
        return length switch
        {
            Short => new(null, BinaryPrimitives.ReadInt64BigEndian(bytes)),
            Long => new(BinaryPrimitives.ReadInt64BigEndian(bytes), BinaryPrimitives.ReadInt64BigEndian(bytes[Short..])),
            _ => null,
        };
    }

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Key is null ? Short : Long];
        if (Key is { } key)
            BinaryPrimitives.WriteInt64BigEndian(bytes, key);
        BinaryPrimitives.WriteInt64BigEndian(bytes[^Short..], Id);
        return Base64Url.EncodeToString(bytes);
    }
}
