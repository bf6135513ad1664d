namespace Community.Shared;

/// <summary>A text of the staff in both languages of the community; one of the two may be empty.</summary>
public sealed record LocalizedText(string Ja, string En)
{
    public static readonly LocalizedText Empty = new("", "");

    public bool IsEmpty => Ja.Length == 0 && En.Length == 0;

    /// <summary>The text in a language (<c>ja</c> or <c>en</c>), or in the other where that one is empty.</summary>
    public string In(string language) =>
        language.StartsWith("ja", StringComparison.Ordinal) ? (Ja.Length > 0 ? Ja : En) : (En.Length > 0 ? En : Ja);
}
