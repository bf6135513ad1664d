namespace Community.Shared.Site;

/// <summary>Where members reach the community, from the section <c>Community</c>.</summary>
public sealed class SiteAddress
{
    public string? BaseUrl { get; set; }

    /// <summary>Hosts whose links are not foreign; lower case.</summary>
    public IReadOnlySet<string> Hosts => Uri.TryCreate(BaseUrl, UriKind.Absolute, out var address)
        ? new HashSet<string> { address.IdnHost.ToLowerInvariant() }
        : [];
}
