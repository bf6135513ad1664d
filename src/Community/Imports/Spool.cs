using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Community.Imports;

/// <param name="Previous">Where the record before it in its chain stands; -1 for none.</param>
/// <param name="File">The number of the file that it comes from.</param>
/// <param name="Line">Its line there.</param>
internal readonly record struct SpoolRecord(long Previous, int File, long Line, byte[] Content);

/// <summary>
/// Rows set aside in a temporary file as chains, so that a topic can be put together from rows that stand anywhere, and nothing but the
/// end of each chain is kept in memory. The file has no name once it is open: not even a killed run leaves it behind.
/// </summary>
internal sealed class Spool : IDisposable
{
    private const int HeadLength = 24;
    private readonly SafeFileHandle file;
    private readonly byte[] pending = new byte[1 << 20];
    private int pendingLength;
    private long written;

    public Spool()
    {
        var path = Path.Combine(Path.GetTempPath(), "community-import-" + Path.GetRandomFileName());
        file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete);
        File.Delete(path);
    }

    /// <summary>Adds a record and tells where it stands.</summary>
    public long Add(long previous, int fileNumber, long line, ReadOnlySpan<byte> content)
    {
        var at = written + pendingLength;
        Span<byte> head = stackalloc byte[HeadLength];
        BinaryPrimitives.WriteInt64LittleEndian(head, previous);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], fileNumber);
        BinaryPrimitives.WriteInt64LittleEndian(head[12..], line);
        BinaryPrimitives.WriteInt32LittleEndian(head[20..], content.Length);
        Append(head);
        Append(content);
        return at;
    }

    /// <summary>Reads a record; from several threads at once where nobody adds.</summary>
    public SpoolRecord Read(long at)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        Fill(head, at);
        var content = new byte[BinaryPrimitives.ReadInt32LittleEndian(head[20..])];
        Fill(content, at + HeadLength);
        return new SpoolRecord(
            BinaryPrimitives.ReadInt64LittleEndian(head), BinaryPrimitives.ReadInt32LittleEndian(head[8..]), BinaryPrimitives.ReadInt64LittleEndian(head[12..]), content);
    }

    /// <summary>The records of a chain, the last one first.</summary>
    public IEnumerable<SpoolRecord> Chain(long last)
    {
        for (var at = last; at >= 0;)
        {
            var record = Read(at);
            yield return record;
            at = record.Previous;
        }
    }

    /// <summary>Makes readable what was added.</summary>
    public void Flush()
    {
        RandomAccess.Write(file, pending.AsSpan(0, pendingLength), written);
        written += pendingLength;
        pendingLength = 0;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var part = Math.Min(bytes.Length, pending.Length - pendingLength);
            bytes[..part].CopyTo(pending.AsSpan(pendingLength));
            pendingLength += part;
            bytes = bytes[part..];
            if (pendingLength == pending.Length)
                Flush();
        }
    }

    private void Fill(Span<byte> bytes, long at)
    {
        while (!bytes.IsEmpty)
        {
            var read = RandomAccess.Read(file, bytes, at);
            if (read == 0)
                throw new EndOfStreamException("The spool ends within a record.");
            bytes = bytes[read..];
            at += read;
        }
    }

    public void Dispose() => file.Dispose();
}
