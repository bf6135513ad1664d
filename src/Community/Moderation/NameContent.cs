using Community.Data;
using Community.Shared;

namespace Community.Moderation;

/// <summary>Names content of every kind, with what it stands in.</summary>
public sealed class NameContent(IEnumerable<IContentNames> kinds)
{
    private readonly Dictionary<ContentKind, IContentNames> kinds = kinds.ToDictionary(k => k.Kind);

    public async Task<IReadOnlyDictionary<ContentRef, ContentLine>> Run(CommunityDb db, IEnumerable<ContentRef> content, CancellationToken cancel)
    {
        var names = await Names(db, content, cancel);
        var around = await Names(db, names.Values.Select(n => n.Within).OfType<ContentRef>(), cancel);
        return names.ToDictionary(
            n => n.Key,
            n => new ContentLine(n.Value.Within is { } within && around.TryGetValue(within, out var outer) ? outer.Text : n.Value.Text, n.Value.Number, n.Value.Path));
    }

    private async Task<Dictionary<ContentRef, ContentName>> Names(CommunityDb db, IEnumerable<ContentRef> content, CancellationToken cancel)
    {
        var found = new Dictionary<ContentRef, ContentName>();
        foreach (var group in content.Distinct().GroupBy(c => c.Kind))
        {
            if (!kinds.TryGetValue(group.Key, out var names))
                continue;
            foreach (var (id, name) in await names.Names(db, [.. group.Select(c => c.Id)], cancel))
                found[new ContentRef(group.Key, id)] = name;
        }

        return found;
    }
}

/// <summary>Content as a line of the log or the queue names it.</summary>
public sealed record ContentLine(LocalizedText Text, int? Number, string Path);
