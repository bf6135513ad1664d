using System.Text.RegularExpressions;
using Community.Data;
using Community.Members;
using Microsoft.EntityFrameworkCore;

namespace Community.Imports;

/// <summary>How names of people from elsewhere stand in the table of what was imported.</summary>
internal static partial class ImportedNames
{
    public const string Kind = "member";

    public const string Mark = "erased:";

    /// <summary>What the names of its sources begin with.</summary>
    public const string StackExchange = "stackexchange:";

    private const string Purpose = "imported-name";
    private const string KeyKind = "key-of-names";

    public static string KeyOf(string name) => name.ToLowerInvariant();

    /// <summary>What stands there once the person was erased: found by who has the name, and not the other way round, nor by who tries names.</summary>
    public static string Forgotten(KeyedHash hash, string key) => Mark + hash.Of(Purpose, key);

    /// <summary>Notes by which key names are hashed here. Called inside a write.</summary>
    public static async Task NoteKey(CommunityDb db, KeyedHash hash, CancellationToken cancel)
    {
        if (!await db.ImportedItems.AnyAsync(i => i.Kind == KeyKind, cancel))
            db.ImportedItems.Add(new ImportedItem { Source = "", Kind = KeyKind, Key = hash.Of(KeyKind), ContentId = 0 });
    }

    /// <summary>Whether names that were forgotten are found by this key: not where another community's stands in its place, or a new one.</summary>
    public static async Task<bool> IsTheirs(CommunityDb db, KeyedHash hash, CancellationToken cancel)
    {
        var noted = await db.ImportedItems.Where(i => i.Kind == KeyKind).Select(i => i.Key).FirstOrDefaultAsync(cancel);
        return noted is null || noted == hash.Of(KeyKind);
    }

    /// <summary>A name that only begins like that is a name.</summary>
    public static bool IsForgotten(string key) =>
        key.Length == Mark.Length + KeyedHash.Digits && key.StartsWith(Mark, StringComparison.Ordinal) && key[Mark.Length..].All(char.IsAsciiHexDigitLower);

    /// <summary>Whether what stands for an author looks like a number of the source's, such as <c>4</c> or <c>se_user_4</c>.</summary>
    public static bool IsNumber(string name) => Number().IsMatch(name);

    /// <summary>Whether what looks like a number is one there, and no name that somebody chose.</summary>
    public static bool HasNumbers(string source) => source.StartsWith(StackExchange, StringComparison.Ordinal);

    [GeneratedRegex("^([a-z]+_user_)?[0-9]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
