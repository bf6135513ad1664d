namespace Community.Shared.Site;

public enum DocumentKind
{
    Rules,
    Terms,
    Privacy,
}

/// <summary>One version of the rules, the terms or the privacy notice. Versions are never changed, only followed.</summary>
public sealed class SiteDocument
{
    public required DocumentKind Kind { get; init; }

    /// <summary>From 1, dense per kind.</summary>
    public required int Version { get; init; }

    /// <summary>Markdown.</summary>
    public required LocalizedText Body { get; init; }

    public required LocalizedText Html { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public long? PublishedBy { get; init; }
}
