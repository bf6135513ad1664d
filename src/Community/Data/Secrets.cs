using System.Security.Cryptography;

namespace Community.Data;

/// <summary>Random keys that live as long as the community, each in a file that only this user may read.</summary>
public static class Secrets
{
    public static byte[] Key(string file, int length)
    {
        if (!File.Exists(file))
            Make(file, length);
        var key = File.ReadAllBytes(file);
        return key.Length == length ? key : throw new InvalidDataException($"{file} is not a key of {length} bytes.");
    }

    private static void Make(string file, int length)
    {
        // Whole or not at all, also where another process makes it at the same time.
        var draft = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(draft, options))
            stream.Write(RandomNumberGenerator.GetBytes(length));
        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }
}
