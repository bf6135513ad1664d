using System.Buffers.Binary;
using System.Buffers.Text;

namespace Community.Search;

/// <summary>Where a page of what was found ended.</summary>
/// <param name="IsWider">Whether any of the words was enough.</param>
/// <param name="Below">Ids of the stretch that is ranked together are below this one.</param>
/// <param name="Score">Of the last one shown; ranked lists alone.</param>
/// <param name="Id">The last one shown.</param>
internal readonly record struct SearchCursor(bool IsWider, long Below, double Score, long Id)
{
    private const int Length = 25;

    public static readonly SearchCursor Start = new(false, long.MaxValue, double.PositiveInfinity, long.MaxValue);

    /// <summary>Reads what <see cref="ToString"/> wrote; null where it is something else.</summary>
    public static SearchCursor? Read(string? text)
    {
        Span<byte> bytes = stackalloc byte[Length];
        if (!Base64Url.IsValid(text, out var length) || length != Length)
            return null;
        Base64Url.DecodeFromChars(text, bytes);
        var score = BitConverter.Int64BitsToDouble(BinaryPrimitives.ReadInt64BigEndian(bytes[9..]));
        return double.IsNaN(score) ? null : new(bytes[0] == 1, BinaryPrimitives.ReadInt64BigEndian(bytes[1..]), score, BinaryPrimitives.ReadInt64BigEndian(bytes[17..]));
    }

    /// <summary>Whether something comes after this place in the order of rank.</summary>
    public bool IsBefore(double score, long id) => score < Score || (score == Score && id < Id);

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        bytes[0] = IsWider ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], Below);
        BinaryPrimitives.WriteInt64BigEndian(bytes[9..], BitConverter.DoubleToInt64Bits(Score));
        BinaryPrimitives.WriteInt64BigEndian(bytes[17..], Id);
        return Base64Url.EncodeToString(bytes);
    }
}
