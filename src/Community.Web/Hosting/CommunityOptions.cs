using System.ComponentModel.DataAnnotations;

namespace Community.Web.Hosting;

/// <summary>The section <c>Community</c> of the settings.</summary>
public sealed class CommunityOptions
{
    public const string Section = "Community";

    /// <summary>Where the database, keys and mail pickup stand; relative to the content root.</summary>
    [Required]
    public string DataDirectory { get; set; } = "data";

    /// <summary>The address that members reach, for links in mails. Without it the address of the request counts on loopback only.</summary>
    [Url]
    public string? BaseUrl { get; set; }

    public OwnerOptions Owner { get; set; } = new();

    /// <summary>Addresses of proxies whose forwarded headers are believed; none by default.</summary>
    public IList<string> TrustedProxies { get; } = [];

    /// <summary>Whether the database is brought up to date at start. Null: in development only.</summary>
    public bool? MigrateAtStart { get; set; }

    public sealed class OwnerOptions
    {
        [EmailAddress]
        public string? Email { get; set; }

        public string? Password { get; set; }
    }
}
