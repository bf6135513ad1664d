using System.Text.Json;
using Community.Members;

namespace Community.Imports;

/// <summary>
/// A list of the source's users beside its posts: what they called themselves, and the address that each may claim their member with. Of
/// addresses only the keyed hash is taken in.
/// </summary>
/// <param name="key">The one field that the posts name their authors by: whatever else users call themselves, they may have chosen to be taken for another.</param>
/// <param name="isKey">Whether a value of the field can name an author.</param>
internal sealed class SourceUsers(SourceAuthors authors, KeyedHash hash, string key, Func<string, bool>? isKey = null)
{
    public void Read(string path, Action<RowProblem> report, CancellationToken cancel) => new RowFile(path, report, _ => cancel.ThrowIfCancellationRequested()).Read($"users with {key}", Take);

    private void Take(JsonElement json, long line, ReadOnlyMemory<byte> content)
    {
        var row = new Row(json);
        var label = row.Label(key) ?? throw new BadRowException($"{key} is missing or empty");
        if (isKey?.Invoke(label) == false || authors.Find(label) is not { IsAnonymous: false } author)
            return; // wrote nothing that is here

        // Counted before anything else: somebody without an address is somebody else all the same.
        if (++author.Users > 1)
            throw new BadRowException($"several users are {author.Name}, so that nobody can claim that name");
        if (row.Label("name") is { } name)
            author.DisplayName ??= OneLine.Of(name);
        if (row.Label("email") is not { } email)
            return;
        author.EmailHash = EmailRules.WhyNot(EmailRules.Tidy(email)) is null ? FormerEmail.HashOf(hash, email) : throw new BadRowException("email is not an address");
    }
}
