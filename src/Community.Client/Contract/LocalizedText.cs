namespace Community.Client;

/// <summary>A text of the staff in both languages of the community; one of the two may be empty.</summary>
/// <param name="Ja">In Japanese.</param>
/// <param name="En">In English.</param>
public sealed record LocalizedText(string? Ja, string? En);
