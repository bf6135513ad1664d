using Community.Members;

namespace Community.Imports;

/// <summary>How names of people from elsewhere stand in the table of what was imported.</summary>
internal static class ImportedNames
{
    public const string Kind = "member";

    public const string Mark = "erased:";

    private const string Purpose = "imported-name";

    public static string KeyOf(string name) => name.ToLowerInvariant();

    /// <summary>What stands there once the person was erased: found by who has the name, and not the other way round, nor by who tries names.</summary>
    public static string Forgotten(KeyedHash hash, string key) => Mark + hash.Of(Purpose, key);

    /// <summary>A name that only begins like that is a name.</summary>
    public static bool IsForgotten(string key) =>
        key.Length == Mark.Length + KeyedHash.Digits && key.StartsWith(Mark, StringComparison.Ordinal) && key[Mark.Length..].All(char.IsAsciiHexDigitLower);
}
