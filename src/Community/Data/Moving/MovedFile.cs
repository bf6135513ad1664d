namespace Community.Data.Moving;

/// <summary>Says beside a database's file that its community has moved, so that nobody goes on writing into what was left behind.</summary>
public static class MovedFile
{
    /// <param name="database">The file of the database.</param>
    public static string Beside(string database) => database + ".moved";

    /// <returns>When and where to, on one line; null where it did not move.</returns>
    public static string? Read(string database) => Beside(database) is var note && File.Exists(note) ? File.ReadAllText(note).Trim() : null;
}
