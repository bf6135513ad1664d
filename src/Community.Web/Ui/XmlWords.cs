using System.Globalization;
using System.Text;
using System.Xml;

namespace Community.Web.Ui;

/// <summary>What members wrote, as XML can carry it.</summary>
internal static class XmlWords
{
    public static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>Without the control characters, half surrogate pairs and non-characters that XML 1.0 has no way to write.</summary>
    public static string Of(string text)
    {
        if (IsFit(text))
            return text;
        var fit = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                fit.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                fit.Append(text, i++, 2);
        }

        return fit.ToString();
    }

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static bool IsFit(string text)
    {
        foreach (var c in text)
        {
            if (!XmlConvert.IsXmlChar(c))
                return false;
        }

        return true;
    }
}
