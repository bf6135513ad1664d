namespace Community.Members;

/// <summary>
/// That an imported member had an address in the source, as a keyed hash: whoever proves that address may claim the member. The address
/// itself is never kept.
/// </summary>
public sealed class FormerEmail
{
    private const string Purpose = "former-email";

    public required long MemberId { get; init; }

    public required string Hash { get; set; }

    public static string HashOf(KeyedHash hash, string email) => hash.Of(Purpose, EmailRules.Normalize(EmailRules.Tidy(email)));
}
