namespace Community.Data;

/// <summary>What is made here is for the community's own user alone: it holds hashes, addresses and mails with live links.</summary>
public static class PrivateFiles
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnFolder = OwnFile | UnixFileMode.UserExecute;

    /// <summary>Makes a folder where there is none; one that is there keeps its mode.</summary>
    public static string Folder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path).FullName
        : Directory.CreateDirectory(path, OwnFolder).FullName;

    /// <summary>The path of a database, made empty and private where there is none. What SQLite puts beside it takes over its mode.</summary>
    public static string Existing(string path)
    {
        if (!File.Exists(path))
            Make(path);
        return path;
    }

    /// <summary>An empty file that has no name once it is open: not even a killed process leaves it behind.</summary>
    public static FileStream Nameless()
    {
        var path = Path.Combine(Path.GetTempPath(), "community-" + Path.GetRandomFileName());
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Delete, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnFile;
        var made = new FileStream(path, options);
        File.Delete(path);
        return made;
    }

    /// <summary>Makes an empty file for a database to fill, private from its first byte. There must be none.</summary>
    public static void Make(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnFile;
        using var made = new FileStream(path, options);
    }
}
