namespace Community.Imports;

/// <summary>Somebody who wrote in the source.</summary>
internal sealed class SourceAuthor(string name, DateTimeOffset firstAt)
{
    public string Name { get; } = name;

    public string? DisplayName { get; set; }

    public DateTimeOffset FirstAt { get; set; } = firstAt;
}

/// <summary>Those who wrote in the source, by name without regard to case.</summary>
internal sealed class SourceAuthors
{
    private readonly Dictionary<string, SourceAuthor> byName = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<SourceAuthor> All => byName.Values;

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
