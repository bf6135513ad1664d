using System.ComponentModel.DataAnnotations;
using System.Net;
using Community.Members;
using Community.Shared;

namespace Community.Web.Hosting;

/// <summary>The section <c>Community</c> of the settings.</summary>
public sealed class CommunityOptions : IValidatableObject
{
    public const string Section = "Community";

    /// <summary>Where the database, keys and mail pickup stand; relative to the content root.</summary>
    [Required]
    public string DataDirectory { get; set; } = "data";

    /// <summary>The address that members reach, for links in mails. Without it the address of the request counts on loopback only.</summary>
    public string BaseUrl { get; set; } = "";

    public OwnerOptions Owner { get; set; } = new();

    /// <summary>Addresses or networks of proxies whose forwarded headers are believed; none by default.</summary>
    public IList<string> TrustedProxies { get; } = [];

    /// <summary>Whether the database is brought up to date at start. Null: in development only.</summary>
    public bool? MigrateAtStart { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BaseUrl.Length > 0 && !(Uri.TryCreate(BaseUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.PathAndQuery == "/" && url.Fragment.Length == 0))
            yield return new ValidationResult("must be an address such as https://community.example.com, without a path.", [nameof(BaseUrl)]);
        foreach (var proxy in TrustedProxies.Where(p => !IPAddress.TryParse(p, out _) && !System.Net.IPNetwork.TryParse(p, out _)))
            yield return new ValidationResult($"holds '{proxy}', which is neither an address nor a network such as 10.0.0.0/8.", [nameof(TrustedProxies)]);
    }

    /// <summary>The first owner, made at start where there is none.</summary>
    public sealed class OwnerOptions : IValidatableObject
    {
        public string Email { get; set; } = "";

        public string Password { get; set; } = "";

        /// <summary>Empty: made from the address.</summary>
        public string Handle { get; set; } = "";

        public bool IsGiven => Email.Length > 0;

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (Email.Length == 0 && Password.Length == 0)
                yield break;
            var handle = Handle.Length > 0 ? Handle : null;
            if (EmailRules.WhyNot(EmailRules.Tidy(Email)) is { } email)
                yield return new ValidationResult(Refused(email), [nameof(Email)]);
            if (PasswordRules.WhyNot(Password, handle, Email) is { } password)
                yield return new ValidationResult(Refused(password), [nameof(Password)]);
            if (handle is not null && HandleRules.WhyNot(handle) is { } name)
                yield return new ValidationResult(Refused(name), [nameof(Handle)]);
        }

        private static string Refused(Problem problem) =>
            $"is refused: {problem.Code.Replace('-', ' ')}{string.Concat((problem.Args ?? new Dictionary<string, object>()).Select(a => $", {a.Key} {a.Value}"))}.";
    }
}
