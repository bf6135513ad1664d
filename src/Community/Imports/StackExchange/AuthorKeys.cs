using Community.Members;

namespace Community.Imports.StackExchange;

/// <summary>Whether the posts name their authors by number, such as <c>4</c> or <c>se_user_4</c>, or by a name, which anybody may choose.</summary>
internal static class AuthorKeys
{
    /// <summary>Ids where every author has one; where some have names, nobody is found by what looks like an id.</summary>
    public static SourceUsers Users(SourceAuthors authors, KeyedHash hash) =>
        authors.All.All(a => a.IsAnonymous || ImportedNames.IsNumber(a.Name)) ? new SourceUsers(authors, hash, "id", ImportedNames.IsNumber) : new SourceUsers(authors, hash, "name", name => !ImportedNames.IsNumber(name));
}
