using System.Collections.Frozen;
using System.Xml;
using System.Xml.Linq;

namespace Community.Shared.Site;

/// <summary>
/// A pasted SVG is refused unless every element and attribute of it is on the list. Only drawing is on it: nothing that
/// runs, loads, links, styles or embeds. What is kept is written anew, so nothing but what was checked is served.
/// </summary>
public static class DrawnLogo
{
    public const int MaxLength = 20_000;

    private const int MaxDepth = 20;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly FrozenSet<string> Elements = FrozenSet.ToFrozenSet(
    [
        "svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "defs", "linearGradient", "radialGradient", "stop", "clipPath", "mask",
        "title", "desc",
    ]);

    private static readonly FrozenSet<string> Attributes = FrozenSet.ToFrozenSet(
    [
        "id", "viewBox", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "d", "points", "transform", "version",
        "fill", "fill-rule", "fill-opacity", "clip-rule", "clip-path", "mask", "opacity", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin",
        "stroke-miterlimit", "stroke-dasharray", "stroke-opacity", "offset", "stop-color", "stop-opacity", "gradientUnits", "gradientTransform",
        "preserveAspectRatio", "spreadMethod", "maskUnits", "clipPathUnits", "role", "aria-label", "aria-hidden",
    ]);

    /// <summary>The drawing as it is kept, or why it is not: <c>logo-too-long</c> (max), <c>logo-not-svg</c>, <c>logo-not-allowed</c> (what), <c>logo-no-size</c>.</summary>
    public static Result<string> Check(string source)
    {
        if (source.Length > MaxLength)
            return Problem.Invalid("logo", "logo-too-long", ("max", MaxLength));
        if (Parse(source) is not { } root || root.Name != Svg + "svg")
            return Problem.Invalid("logo", "logo-not-svg");
        if (root.Attribute("viewBox") is null)
            return Problem.Invalid("logo", "logo-no-size");
        return FirstForeign(root, 0) is { } foreign
            ? Problem.Invalid("logo", "logo-not-allowed", ("what", foreign))
            : Copy(root).ToString(SaveOptions.DisableFormatting);
    }

    private static XElement? Parse(string source)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = MaxLength,
        };
        try
        {
            using var text = new StringReader(source.Trim());
            using var reader = XmlReader.Create(text, settings);
            return XDocument.Load(reader).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string? FirstForeign(XElement element, int depth)
    {
        if (element.Name.Namespace != Svg || !Elements.Contains(element.Name.LocalName) || depth > MaxDepth)
            return $"<{element.Name.LocalName}>";
        foreach (var attribute in element.Attributes())
        {
            if (!attribute.IsNamespaceDeclaration && !IsAllowed(attribute))
                return attribute.Name.LocalName;
        }

        return element.Elements().Select(child => FirstForeign(child, depth + 1)).FirstOrDefault(foreign => foreign is not null);
    }

    private static bool IsAllowed(XAttribute attribute) =>
        attribute.Name.Namespace == XNamespace.None && Attributes.Contains(attribute.Name.LocalName) && IsInside(attribute.Value);

    /// <summary>References stay within the drawing, and no value is an address.</summary>
    private static bool IsInside(string value)
    {
        var compact = string.Concat(value.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
        return !compact.Contains("url(", StringComparison.Ordinal)
            ? !compact.Contains(':') && !compact.Contains('\\')
            : compact.StartsWith("url(#", StringComparison.Ordinal) && compact.IndexOf("url(", 1, StringComparison.Ordinal) < 0 && !compact.Contains(':') && !compact.Contains('\\');
    }

    private static XElement Copy(XElement element) => new(
        element.Name,
        element.Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a => new XAttribute(a.Name, a.Value)),
        element.Nodes().Select(node => node switch
        {
            XElement child => Copy(child),
            XText text when element.Name.LocalName is "title" or "desc" => (object)text.Value,
            _ => null,
        }));
}
