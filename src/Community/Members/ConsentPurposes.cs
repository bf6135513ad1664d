namespace Community.Members;

/// <summary>The questions of the consent ledger.</summary>
public static class ConsentPurposes
{
    public const string Terms = "terms";
    public const string Rules = "rules";
    public const string MinimumAge = "minimum-age";
    public const string Digest = "digest";
}
