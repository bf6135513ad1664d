using System.IO.Compression;

namespace Community.Imports;

/// <summary>Reads a file of one JSON document a line, packed or not, in little memory however large it is, and refuses what is no such file.</summary>
internal sealed class JsonLines : IDisposable
{
    private const int LongestLine = 16 << 20;

    // Deflate packs at most 1:1032; posts pack 1:3 to 1:20. A file far beyond that was made to fill a disk.
    private const int MostTimesUnpacked = 200;
    private const long UnpackedBeforeItCounts = 64 << 20;

    // Otherwise the framework takes the end of a file that was cut off for the end of its content. Hosts that unpack before set it too.
    static JsonLines() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    private readonly string name;
    private readonly FileStream file;
    private readonly Stream content;
    private byte[] buffer = new byte[256 << 10];
    private int start;
    private int end;
    private long unpacked;
    private bool atEnd;

    public JsonLines(string path)
    {
        name = Path.GetFileName(path);
        file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 << 10, FileOptions.SequentialScan);
        Span<byte> magic = stackalloc byte[2];
        var isPacked = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic[0] == 0x1f && magic[1] == 0x8b;
        file.Position = 0;
        if (isPacked != name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            file.Dispose();
            throw new RefusedImportException(isPacked ? $"{name} is packed with gzip but its name does not end in .gz." : $"{name} is not packed with gzip, as its name says.");
        }

        content = isPacked ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>From 1; that of the line read last.</summary>
    public long Line { get; private set; }

    public long Position => file.Position;

    public long Length => file.Length;

    /// <summary>The next line that is not blank, valid until the next call; false at the end.</summary>
    public bool Read(out ReadOnlyMemory<byte> line)
    {
        while (Next(out line))
        {
            Line++;
            if (!line.Span.Trim((ReadOnlySpan<byte>)" \t\r\uFEFF"u8).IsEmpty)
                return true;
        }

        return false;
    }

    private bool Next(out ReadOnlyMemory<byte> line)
    {
        var searched = start;
        while (true)
        {
            var newline = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                line = buffer.AsMemory(start, searched + newline - start);
                start = searched + newline + 1;
                return true;
            }

            if (atEnd)
            {
                line = buffer.AsMemory(start, end - start);
                start = end;
                return !line.IsEmpty;
            }

            searched = end - start;
            Fill();
        }
    }

    private void Fill()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        if (end == buffer.Length)
        {
            if (buffer.Length >= LongestLine)
                throw new RefusedImportException($"{name} has a line of more than {LongestLine >> 20} MB (line {Line + 1}), so it is not a list of posts or topics.");
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = ReadContent();
        if (unpacked == 0 && buffer.AsSpan(0, read).Contains((byte)0))
            throw new RefusedImportException($"{name} is not text.");
        unpacked += read;
        end += read;
        atEnd = read == 0;
        if (content != file && unpacked > UnpackedBeforeItCounts && unpacked / MostTimesUnpacked > file.Position)
            throw new RefusedImportException($"{name} unpacks to more than {MostTimesUnpacked} times its size, which no list of posts does.");
    }

    private int ReadContent()
    {
        try
        {
            return content.Read(buffer, end, buffer.Length - end);
        }
        catch (InvalidDataException damaged)
        {
            throw new RefusedImportException($"{name} is cut off or damaged: it cannot be unpacked to its end.", damaged);
        }
    }

    public void Dispose()
    {
        content.Dispose();
        file.Dispose();
    }
}
