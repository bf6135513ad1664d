using System.Buffers.Binary;
using System.Buffers.Text;

namespace Community.Search;

/// <summary>Where a page of what was found ended.</summary>
/// <param name="IsWider">Whether any of the words was enough.</param>
/// <param name="Below">Ids of the stretch that is ranked together are below this one.</param>
/// <param name="Id">The last one shown of that stretch; 0 for none.</param>
/// <param name="Shown">How many of the stretch came so far, for when that one is gone. Not its score, which would tell how often words stand in what the reader may not see.</param>
internal readonly record struct SearchCursor(bool IsWider, long Below, long Id, int Shown)
{
    private const int Length = 21;

    public static readonly SearchCursor Start = new(false, long.MaxValue, 0, 0);

    /// <summary>Reads what <see cref="ToString"/> wrote; null where it is something else.</summary>
    public static SearchCursor? Read(string? text)
    {
        Span<byte> bytes = stackalloc byte[Length];
        if (!Base64Url.IsValid(text, out var length) || length != Length)
            return null;
        Base64Url.DecodeFromChars(text, bytes);
        var shown = BinaryPrimitives.ReadInt32BigEndian(bytes[17..]);
        return shown < 0 ? null : new(bytes[0] == 1, BinaryPrimitives.ReadInt64BigEndian(bytes[1..]), BinaryPrimitives.ReadInt64BigEndian(bytes[9..]), shown);
    }

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        bytes[0] = IsWider ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], Below);
        BinaryPrimitives.WriteInt64BigEndian(bytes[9..], Id);
        BinaryPrimitives.WriteInt32BigEndian(bytes[17..], Shown);
        return Base64Url.EncodeToString(bytes);
    }
}
