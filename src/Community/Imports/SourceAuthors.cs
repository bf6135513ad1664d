namespace Community.Imports;

/// <summary>Somebody who wrote in the source.</summary>
internal sealed class SourceAuthor(string name, DateTimeOffset firstAt)
{
    public string Name { get; } = name;

    public string? DisplayName { get; set; }

    /// <summary>Of the address in the source; null where none is known.</summary>
    public string? EmailHash { get; set; }

    /// <summary>How many users of the source go by the name, with an address or without.</summary>
    public int Users { get; set; }

    /// <summary>Whether the name stands for everybody whom the source does not tell apart.</summary>
    public bool IsAnonymous { get; init; }

    public DateTimeOffset FirstAt { get; set; } = firstAt;
}

/// <summary>Those who wrote in the source, by name without regard to case.</summary>
internal sealed class SourceAuthors
{
    private readonly Dictionary<string, SourceAuthor> byName = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<SourceAuthor> All => byName.Values;

    public SourceAuthor? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>Somebody whom the source does not name; known from then on by that name.</summary>
    public void MetAnonymous(string name, string displayName, DateTimeOffset at)
    {
        if (!byName.TryGetValue(name, out var known))
            byName.Add(name, known = new SourceAuthor(name, at) { DisplayName = displayName, IsAnonymous = true });
        if (at < known.FirstAt)
            known.FirstAt = at;
    }

    public void Met(string? author, DateTimeOffset at, string? displayName)
    {
        if (string.IsNullOrEmpty(author))
            return;
        if (!byName.TryGetValue(author, out var known))
            byName.Add(author, known = new SourceAuthor(author, at));
        if (at < known.FirstAt)
            known.FirstAt = at;
        if (!string.IsNullOrWhiteSpace(displayName))
            known.DisplayName ??= displayName.Trim();
    }
}
