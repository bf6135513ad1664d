using System.Globalization;
using System.Resources;

namespace Community.Members;

/// <summary>The words of our mails, in the language of whoever reads them rather than of the request.</summary>
public sealed class MailTexts
{
    private static readonly ResourceManager Texts = new(typeof(MailTexts));

    internal static string In(string language, string key, params object[] args)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var text = Texts.GetString(key, culture) ?? throw new MissingManifestResourceException($"There is no text {key}.");
        return string.Format(culture, text, args);
    }
}
