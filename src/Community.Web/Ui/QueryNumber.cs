using System.Globalization;

namespace Community.Web.Ui;

/// <summary>
/// A number in an address. A page takes it as text and reads it here: bound to a number, the framework answers what is none
/// with a failure.
/// </summary>
public static class QueryNumber
{
    public static int? Int(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static long? Long(string? text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
