using System.Security.Cryptography;
using System.Text;

namespace Community.Imports;

/// <summary>How names of people from elsewhere stand in the table of what was imported.</summary>
internal static class ImportedNames
{
    public const string Kind = "member";

    public const string Mark = "erased:";

    /// <summary>What stands there once the person was erased: found by who has the name, and not the other way round.</summary>
    public static string Forgotten(string key) => Mark + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("imported-name\n" + key)));

    /// <summary>A name that only begins like that is a name.</summary>
    public static bool IsForgotten(string key) =>
        key.Length == Mark.Length + SHA256.HashSizeInBytes * 2 && key.StartsWith(Mark, StringComparison.Ordinal) && key[Mark.Length..].All(char.IsAsciiHexDigitLower);
}
