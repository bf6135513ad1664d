namespace Community.Shared;

/// <summary>The interface's languages; content may be in any.</summary>
public static class Languages
{
    public const string Japanese = "ja";
    public const string English = "en";

    public static readonly IReadOnlyList<string> All = [Japanese, English];

    public static string? Known(string? language) => All.FirstOrDefault(l => string.Equals(l, language, StringComparison.OrdinalIgnoreCase));
}
