using System.Globalization;
using System.Resources;
using Community.Shared;

namespace Community.Privacy;

/// <summary>The words in a download, in both languages: nobody knows who will read it years later.</summary>
internal static class ExportTexts
{
    private static readonly ResourceManager Texts = new(typeof(ExportTexts));

    public static string Readme(int files) => string.Join("\n\n", new[] { Languages.English, Languages.Japanese }.Select(language =>
        string.Format(CultureInfo.GetCultureInfo(language), Texts.GetString("Readme", CultureInfo.GetCultureInfo(language))!, ExportMyData.Schema, files))) + "\n";
}
