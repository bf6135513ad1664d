namespace Community.Web.Hosting;

/// <summary>An enumeration's value by its name in a query, in any case.</summary>
internal static class QueryName
{
    /// <returns>The given value where nothing was asked; null where there is no such name. Numbers are no names.</returns>
    public static T? Of<T>(string? text, T otherwise)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(text))
            return otherwise;
        return char.IsAsciiLetter(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
    }
}
