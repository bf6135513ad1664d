using System.Globalization;
using Community.Shared;
using Microsoft.Extensions.Localization;

namespace Community.Web.Ui;

public static class Texts
{
    /// <summary>The sentence for a number: <c>Key_one</c> or <c>Key_other</c>, with the number as {0}.</summary>
    public static string Plural(this IStringLocalizer texts, string key, long count, params object[] more) =>
        texts[key + (count == 1 && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == Languages.English ? "_one" : "_other"), [count, .. more]];
}
