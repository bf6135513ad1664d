namespace Community.Imports;

/// <summary>The one file that holds an export.</summary>
internal static class SourceFile
{
    private static readonly string[] Endings = [".gz", ".jsonl"];

    public static string Existing(string path)
    {
        if (File.Exists(path))
            return path;
        throw new RefusedImportException(Directory.Exists(path) ? $"{path} is a folder; name the file in it." : $"There is no file {path}.");
    }

    /// <summary>The file's name without its endings.</summary>
    public static string NameOf(string path)
    {
        var name = Path.GetFileName(path);
        foreach (var ending in Endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && name.Length > ending.Length)
                name = name[..^ending.Length];
        }

        return name;
    }
}
