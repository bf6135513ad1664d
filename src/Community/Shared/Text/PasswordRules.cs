namespace Community.Shared;

/// <summary>What a password must be: long and not guessable first. No demands on kinds of characters; they make people write "Password1!".</summary>
public static class PasswordRules
{
    public const int MinLength = 10;

    /// <summary>Hashing costs time by length; nobody types more.</summary>
    public const int MaxLength = 256;

    public const int MinDistinct = 6;

    private const int ShortestName = 3;

    /// <summary>
    /// Why <paramref name="password"/> is refused, or null. Lengths in graphemes. Codes: what <see cref="TextRules.WhyNotStored"/> says,
    /// "password-too-short" (min, actual), "password-too-long" (max, actual), "password-too-uniform" (min, actual),
    /// "password-is-name" (the handle or the local part of the address, with little else), "password-common".
    /// </summary>
    public static Problem? WhyNot(string password, string? handle = null, string? email = null)
    {
        if (TextRules.WhyNotStored(password, "password") is { } unstorable)
            return unstorable;
        if (password.Length > MaxLength)
            return Invalid("password-too-long", ("max", MaxLength), ("actual", password.Length));
        if (Graphemes.Count(password) is var length && length < MinLength)
            return Invalid("password-too-short", ("min", MinLength), ("actual", length));
        if (password.EnumerateRunes().Distinct().Count() is var distinct && distinct < MinDistinct)
            return Invalid("password-too-uniform", ("min", MinDistinct), ("actual", distinct));
        if (IsName(password, handle) || IsName(password, email?.Split('@')[0]) || IsName(password, email))
            return Invalid("password-is-name");
        return CommonPasswords.Contains(password) ? Invalid("password-common") : null;
    }

    private static bool IsName(string password, string? name)
    {
        var letters = Letters(name ?? "");
        if (letters.Length < ShortestName)
            return false;

        var rest = Letters(password).Replace(letters, "", StringComparison.Ordinal);
        return rest.Length < ShortestName || rest.All(char.IsDigit) && Letters(password).Length > rest.Length;
    }

    private static string Letters(string text) =>
        string.Concat(TextRules.Compatible(text).ToLowerInvariant().Where(char.IsLetterOrDigit));

    private static Problem Invalid(string code, params (string Name, object Value)[] args) => TextProblem.Invalid(code, "password", args);
}
