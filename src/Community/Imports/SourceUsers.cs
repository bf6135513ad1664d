using System.Text.Json;
using Community.Members;

namespace Community.Imports;

/// <summary>
/// A list of the source's users beside its posts: what they called themselves, and the address that each may claim their member with. Of
/// addresses only the keyed hash is taken in.
/// </summary>
internal sealed class SourceUsers(SourceAuthors authors, KeyedHash hash)
{
    private static readonly string[] Keys = ["id", "username", "name"];

    public void Read(string path, Action<RowProblem> report, CancellationToken cancel) => new RowFile(path, report, _ => cancel.ThrowIfCancellationRequested()).Read("users with an id, a username or a name", Take);

    private void Take(JsonElement json, long line, ReadOnlyMemory<byte> content)
    {
        var row = new Row(json);
        var labels = Keys.Select(row.Label).OfType<string>().ToList();
        if (labels.Count == 0)
            throw new BadRowException("it has neither id nor username nor name");
        if (labels.Select(authors.Find).OfType<SourceAuthor>().FirstOrDefault() is not { IsAnonymous: false } author)
            return; // wrote nothing that is here
        if (row.Label("name") is { } name)
            author.DisplayName ??= OneLine.Of(name);
        if (row.Label("email") is not { } email)
            return;
        if (EmailRules.WhyNot(EmailRules.Tidy(email)) is not null)
            throw new BadRowException("email is not an address");

        var known = FormerEmail.HashOf(hash, email);
        if (author.EmailHash is { } other && other != known)
        {
            author.HasManyEmails = true;
            throw new BadRowException($"several users are {author.Name}, so that nobody can claim that name");
        }

        author.EmailHash = known;
    }
}
