namespace Community.Imports;

/// <summary>A text on one line, its white space folded.</summary>
internal static class OneLine
{
    public static string Of(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
