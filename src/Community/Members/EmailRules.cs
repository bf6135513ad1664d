using System.Globalization;
using System.Net.Mail;
using System.Text;
using Community.Shared;

namespace Community.Members;

/// <summary>Which addresses we can write to: those of RFC 5321 without quotes and comments, with the host in ASCII.</summary>
public static class EmailRules
{
    public const int MaxLength = 254;
    private const int MaxLocalLength = 64;

    public static Problem? WhyNot(string email, string field = "email")
    {
        if (email.Length == 0)
            return Problem.Invalid(field, "email-required");
        if (email.Length > MaxLength)
            return Problem.Invalid(field, "email-too-long", ("max", MaxLength));
        return IsAddress(email) ? null : Problem.Invalid(field, "email-invalid");
    }

    /// <summary>What was typed, without the space around it, full-width letters as usual ones, and a host in other scripts in its ASCII form.</summary>
    public static string Tidy(string? typed)
    {
        var email = TextRules.Compatible((typed ?? "").Trim());
        var at = email.LastIndexOf('@');
        if (at < 0 || Ascii.IsValid(email.AsSpan(at)))
            return email;
        try
        {
            return email[..(at + 1)] + new IdnMapping().GetAscii(email[(at + 1)..]);
        }
        catch (ArgumentException)
        {
            return email;
        }
    }

    /// <summary>The form by which an account is found.</summary>
    public static string Normalize(string email) => TextRules.Compatible(email).ToUpperInvariant();

    private static bool IsAddress(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return at is > 0 and <= MaxLocalLength
            && email.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+/=?^_`{|}~.@-".Contains(c))
            && Uri.CheckHostName(email[(at + 1)..]) == UriHostNameType.Dns
            && !email.EndsWith('.')
            && MailAddress.TryCreate(email, out var parsed)
            && parsed.Address == email;
    }
}
