using System.Text.RegularExpressions;
using Community.Members;

namespace Community.Imports.StackExchange;

/// <summary>Whether the posts name their authors by number, such as <c>4</c> or <c>se_user_4</c>, or by a name, which anybody may choose.</summary>
internal static partial class AuthorKeys
{
    /// <summary>Ids where every author has one; where some have names, nobody is found by what looks like an id.</summary>
    public static SourceUsers Users(SourceAuthors authors, KeyedHash hash) =>
        authors.All.All(a => a.IsAnonymous || IsId(a.Name)) ? new SourceUsers(authors, hash, "id", IsId) : new SourceUsers(authors, hash, "name", name => !IsId(name));

    private static bool IsId(string name) => Id().IsMatch(name);

    [GeneratedRegex("^([a-z]+_user_)?[0-9]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
