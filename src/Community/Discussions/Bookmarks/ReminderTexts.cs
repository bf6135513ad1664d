using System.Globalization;
using System.Resources;

namespace Community.Discussions.Bookmarks;

/// <summary>The words of a reminder, in the language of whoever asked for it.</summary>
public sealed class ReminderTexts
{
    private static readonly ResourceManager Texts = new(typeof(ReminderTexts));

    internal static string In(string language, string key, params object[] args)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var text = Texts.GetString(key, culture) ?? throw new MissingManifestResourceException($"There is no text {key}.");
        return string.Format(culture, text, args);
    }
}
